using System.Globalization;

namespace TrainingApis;

/// <summary>
/// Receives the events of a client as they occur. The methods can be called from any thread and concurrently, and must return immediately.
/// </summary>
public interface IApiObserver
{
    /// <summary>Gets a token that is cancelled when no further request may be sent. An attempt in flight continues.</summary>
    CancellationToken Stopping => CancellationToken.None;

    /// <summary>Called when an attempt has ended, with or without a response.</summary>
    void OnExchange(ApiExchange exchange);

    /// <summary>Called when a wait before the next attempt begins.</summary>
    void OnWaiting(ApiWait wait);

    /// <summary>Called when an event occurs that a user should know about, although the operation continues.</summary>
    void OnWarning(ApiWarning warning)
    {
    }
}

/// <summary>Represents a completed attempt to send a request. It contains no values of headers, the query or the body.</summary>
/// <param name="api">The API.</param>
/// <param name="operation">The operation.</param>
/// <param name="method">The HTTP method.</param>
/// <param name="host">The host and port.</param>
/// <param name="pathTemplate">The path, with parameter names instead of values.</param>
public sealed class ApiExchange(ApiService api, string operation, string method, string host, string pathTemplate)
{
    /// <summary>Gets the API.</summary>
    public ApiService Api { get; } = api;

    /// <summary>Gets the operation, such as <c>GetProduct</c> or <c>Token</c>.</summary>
    public string Operation { get; } = operation;

    /// <summary>Gets the HTTP method.</summary>
    public string Method { get; } = method;

    /// <summary>Gets the host and port.</summary>
    public string Host { get; } = host;

    /// <summary>Gets the path, with parameter names instead of values: <c>v1/Products/{yearlyProductCode}</c>.</summary>
    public string PathTemplate { get; } = pathTemplate;

    /// <summary>Gets or sets the number of the attempt, from 1.</summary>
    public int Attempt { get; set; } = 1;

    /// <summary>Gets or sets the HTTP status of the response; null if there was no response.</summary>
    public int? StatusCode { get; set; }

    /// <summary>Gets or sets why there was no response, in a few words without values, such as <c>connection refused</c>.</summary>
    public string? Failure { get; set; }

    /// <summary>Gets or sets the time from sending the request to the end of the response body, in milliseconds.</summary>
    public long Milliseconds { get; set; }

    /// <summary>Gets or sets the vendor's ID of the request.</summary>
    public string? RequestId { get; set; }

    /// <summary>Gets a one-line text for a log.</summary>
    public override string ToString() =>
        $"{Method} {Host} {PathTemplate} -> {StatusCode?.ToString(CultureInfo.InvariantCulture) ?? Failure ?? "no response"}"
        + $" in {Milliseconds} ms"
        + (Attempt > 1 ? $", attempt {Attempt}" : string.Empty)
        + (RequestId is null ? string.Empty : $", request {RequestId}");
}

/// <summary>Represents a wait before the next attempt.</summary>
/// <param name="api">The API.</param>
/// <param name="operation">The operation.</param>
/// <param name="reason">The reason, in a few words.</param>
/// <param name="delay">The duration of the wait.</param>
/// <param name="nextAttempt">The number of the next attempt.</param>
/// <param name="maximumAttempts">The maximum number of attempts.</param>
public sealed class ApiWait(ApiService api, string operation, string reason, TimeSpan delay, int nextAttempt, int maximumAttempts)
{
    /// <summary>Gets the API.</summary>
    public ApiService Api { get; } = api;

    /// <summary>Gets the operation.</summary>
    public string Operation { get; } = operation;

    /// <summary>Gets the reason, in a few words, such as <c>429 Too Many Requests</c> or <c>connection refused</c>.</summary>
    public string Reason { get; } = reason;

    /// <summary>Gets the duration of the wait.</summary>
    public TimeSpan Delay { get; } = delay;

    /// <summary>Gets the number of the next attempt, from 2.</summary>
    public int NextAttempt { get; } = nextAttempt;

    /// <summary>Gets the maximum number of attempts.</summary>
    public int MaximumAttempts { get; } = maximumAttempts;

    /// <summary>Gets or sets whether the vendor specified the wait (<c>Retry-After</c>).</summary>
    public bool IsNamed { get; set; }
}

/// <summary>Represents an event that a user should know about, although the operation continues.</summary>
/// <param name="api">The API.</param>
/// <param name="operation">The operation.</param>
/// <param name="message">The message, without values.</param>
public sealed class ApiWarning(ApiService api, string operation, string message)
{
    /// <summary>Gets the API.</summary>
    public ApiService Api { get; } = api;

    /// <summary>Gets the operation.</summary>
    public string Operation { get; } = operation;

    /// <summary>Gets the message.</summary>
    public string Message { get; } = message;

    /// <summary>Gets a one-line text for a log.</summary>
    public override string ToString() => $"{Api} {Operation}: {Message}.";
}
