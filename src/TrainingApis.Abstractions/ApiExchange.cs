namespace TrainingApis;

/// <summary>One attempt at one request that has ended. It holds no value of a header, a query or a body.</summary>
/// <remarks>Makes the record of an attempt.</remarks>
public sealed class ApiExchange(ApiService api, string operation, string method, string host, string pathTemplate)
{

    /// <summary>The API.</summary>
    public ApiService Api { get; } = api;

    /// <summary>The operation, such as <c>GetProduct</c>, or <c>Token</c>.</summary>
    public string Operation { get; } = operation;

    /// <summary>The HTTP method.</summary>
    public string Method { get; } = method;

    /// <summary>Host and port.</summary>
    public string Host { get; } = host;

    /// <summary>The path with its parameters by name: <c>v1/Products/{yearlyProductCode}</c>.</summary>
    public string PathTemplate { get; } = pathTemplate;

    /// <summary>Which attempt this was, from 1.</summary>
    public int Attempt { get; set; } = 1;

    /// <summary>The status of the answer, or null where none came.</summary>
    public int? StatusCode { get; set; }

    /// <summary>Why no answer came, in a few words without any value: <c>connection refused</c>.</summary>
    public string? Failure { get; set; }

    /// <summary>From sending to the end of the answer's body.</summary>
    public long Milliseconds { get; set; }

    /// <summary>The vendor's id of the request.</summary>
    public string? RequestId { get; set; }

    /// <summary>One line for a log.</summary>
    public override string ToString() =>
        $"{Method} {Host} {PathTemplate} -> {StatusCode?.ToString() ?? Failure ?? "no answer"} in {Milliseconds} ms"
        + (Attempt > 1 ? $", attempt {Attempt}" : string.Empty)
        + (RequestId is null ? string.Empty : $", request {RequestId}");
}
