namespace TrainingApis.Clients.Http;

/// <summary>Represents one request of an operation, before it is sent.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Uri">The whole address, with base path and query.</param>
/// <param name="PathTemplate">The path for logs, with its parameters by name.</param>
/// <param name="Subject">What is asked for, in words with ids.</param>
internal sealed record ApiRequest(Operation Operation, HttpMethod Method, Uri Uri, string PathTemplate, string Subject)
{
    public ApiService Api => Operation.Service;

    public bool IsRead => Operation.Kind == OperationKind.Read;

    /// <summary>Gets where the token comes from; null for a request without one.</summary>
    public ITokenSource? Token { get; init; }

    /// <summary>Gets the headers beside those of every request and of the token.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Gets the body; null for none.</summary>
    public byte[]? Body { get; init; }

    public string BodyType { get; init; } = "application/json";

    /// <summary>Gets whether the body is wiped once the request has ended.</summary>
    public bool HoldsSecrets { get; init; }

    /// <summary>Gets the route that the connection was given for it; null where it goes as documented.</summary>
    public string? Route { get; init; }
}
