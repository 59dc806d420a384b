namespace TrainingApis.Clients.Http;

/// <summary>Represents one request of an operation, before it is sent.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Uri">The complete address, with base path and query.</param>
/// <param name="PathTemplate">The path for logs, with the names of its parameters.</param>
/// <param name="Subject">What is requested, in words and IDs.</param>
internal sealed record ApiRequest(Operation Operation, HttpMethod Method, Uri Uri, string PathTemplate, string Subject)
{
    public ApiService Api => Operation.Service;

    public bool IsRead => Operation.Kind == OperationKind.Read;

    /// <summary>Gets the token source; null for a request without a token.</summary>
    public ITokenSource? Token { get; init; }

    /// <summary>Gets the headers of this request besides the common headers and the token.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Gets the body; null if there is none.</summary>
    public byte[]? Body { get; init; }

    public string BodyType { get; init; } = "application/json";

    /// <summary>Gets whether the body is cleared after the request.</summary>
    public bool HoldsSecrets { get; init; }

    /// <summary>Gets the route that replaces the default route; null if the default is used.</summary>
    public string? Route { get; init; }
}
