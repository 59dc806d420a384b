namespace TrainingApis.Clients.Http;

/// <summary>One request to one API, before it is sent.</summary>
internal sealed class ApiRequest(ApiService api, string operation, CallKind kind, HttpMethod method, Uri uri, string pathTemplate)
{
    public ApiService Api { get; } = api;

    /// <summary>The client's method without <c>Async</c>, such as <c>GetProduct</c>.</summary>
    public string Operation { get; } = operation;

    public CallKind Kind { get; } = kind;

    public HttpMethod Method { get; } = method;

    /// <summary>The whole address, with base path and query.</summary>
    public Uri Uri { get; } = uri;

    /// <summary>The path for logs, with its parameters by name.</summary>
    public string PathTemplate { get; } = pathTemplate;

    /// <summary>Where the token comes from; null for a call without one.</summary>
    public ITokenSource? Token { get; init; }

    /// <summary>Headers of this request beside those of every request and of the token.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = Array.Empty<KeyValuePair<string, string>>();

    /// <summary>The body; null for none.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>The body's media type.</summary>
    public string BodyType { get; init; } = "application/json";
}
