using System.Globalization;

namespace TrainingApis;

/// <summary>
/// Receives what a client does, as it does it. Calls come from any thread, several at once, and must return at once.
/// </summary>
public interface IApiObserver
{
    /// <summary>Gets a token that is cancelled once nothing new may be sent. An attempt in flight goes on.</summary>
    CancellationToken Stopping => CancellationToken.None;

    /// <summary>Is called when an attempt has ended, with a response or without.</summary>
    void OnExchange(ApiExchange exchange);

    /// <summary>Is called when a wait begins before the next attempt.</summary>
    void OnWaiting(ApiWait wait);

    /// <summary>Is called when something happened that a user should know, although the operation goes on.</summary>
    void OnWarning(ApiWarning warning)
    {
    }
}

/// <summary>Represents one attempt at one request that has ended. It holds no value of a header, a query or a body.</summary>
/// <param name="api">The API.</param>
/// <param name="operation">The operation.</param>
/// <param name="method">The HTTP method.</param>
/// <param name="host">Host and port.</param>
/// <param name="pathTemplate">The path with its parameters by name.</param>
public sealed class ApiExchange(ApiService api, string operation, string method, string host, string pathTemplate)
{
    /// <summary>Gets the API.</summary>
    public ApiService Api { get; } = api;

    /// <summary>Gets the operation, such as <c>GetProduct</c>, or <c>Token</c>.</summary>
    public string Operation { get; } = operation;

    /// <summary>Gets the HTTP method.</summary>
    public string Method { get; } = method;

    /// <summary>Gets host and port.</summary>
    public string Host { get; } = host;

    /// <summary>Gets the path with its parameters by name: <c>v1/Products/{yearlyProductCode}</c>.</summary>
    public string PathTemplate { get; } = pathTemplate;

    /// <summary>Gets or sets which attempt this was, from 1.</summary>
    public int Attempt { get; set; } = 1;

    /// <summary>Gets or sets the status of the response; null where none came.</summary>
    public int? StatusCode { get; set; }

    /// <summary>Gets or sets why no response came, in a few words without any value: <c>connection refused</c>.</summary>
    public string? Failure { get; set; }

    /// <summary>Gets or sets the time from sending to the end of the response's body.</summary>
    public long Milliseconds { get; set; }

    /// <summary>Gets or sets the vendor's id of the request.</summary>
    public string? RequestId { get; set; }

    /// <summary>Gets one line for a log.</summary>
    public override string ToString() =>
        $"{Method} {Host} {PathTemplate} -> {StatusCode?.ToString(CultureInfo.InvariantCulture) ?? Failure ?? "no response"}"
        + $" in {Milliseconds} ms"
        + (Attempt > 1 ? $", attempt {Attempt}" : string.Empty)
        + (RequestId is null ? string.Empty : $", request {RequestId}");
}

/// <summary>Represents a wait before the next attempt.</summary>
/// <param name="api">The API.</param>
/// <param name="operation">The operation.</param>
/// <param name="reason">Why, in a few words.</param>
/// <param name="delay">How long.</param>
/// <param name="nextAttempt">The number of the next attempt.</param>
/// <param name="maximumAttempts">The number of attempts at most.</param>
public sealed class ApiWait(ApiService api, string operation, string reason, TimeSpan delay, int nextAttempt, int maximumAttempts)
{
    /// <summary>Gets the API.</summary>
    public ApiService Api { get; } = api;

    /// <summary>Gets the operation that waits.</summary>
    public string Operation { get; } = operation;

    /// <summary>Gets why, in a few words: <c>429 Too Many Requests</c>, <c>connection refused</c>.</summary>
    public string Reason { get; } = reason;

    /// <summary>Gets how long.</summary>
    public TimeSpan Delay { get; } = delay;

    /// <summary>Gets the number of the attempt that follows, from 2.</summary>
    public int NextAttempt { get; } = nextAttempt;

    /// <summary>Gets how many attempts there will be at most.</summary>
    public int MaximumAttempts { get; } = maximumAttempts;

    /// <summary>Gets or sets whether the vendor named the wait (<c>Retry-After</c>).</summary>
    public bool IsNamed { get; set; }
}

/// <summary>Represents something that a user should know, although the operation goes on.</summary>
/// <param name="api">The API.</param>
/// <param name="operation">The operation.</param>
/// <param name="message">What, in words without any value.</param>
public sealed class ApiWarning(ApiService api, string operation, string message)
{
    /// <summary>Gets the API.</summary>
    public ApiService Api { get; } = api;

    /// <summary>Gets the operation.</summary>
    public string Operation { get; } = operation;

    /// <summary>Gets what, in words.</summary>
    public string Message { get; } = message;

    /// <summary>Gets one line for a log.</summary>
    public override string ToString() => $"{Api} {Operation}: {Message}.";
}
