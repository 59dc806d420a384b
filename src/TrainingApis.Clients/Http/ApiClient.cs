namespace TrainingApis.Clients.Http;

/// <summary>Provides what the clients of all vendors share: it sends an operation with a request, and maps the response.</summary>
internal abstract class ApiClient<TApi>(TApi api, IApiObserver? observer)
    where TApi : ApiConnection
{
    /// <summary>Gets the connection.</summary>
    protected TApi Api { get; } = api;

    /// <summary>Gets the observer of this client; null for none.</summary>
    protected IApiObserver? Observer { get; } = observer;

    /// <summary>Sends an operation and maps its response.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request, or its members.</param>
    /// <param name="map">Maps the response.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    protected Task<T> SendAsync<T>(Operation operation, object request, Func<ApiResponse, T> map, CancellationToken cancellationToken) =>
        SendAsync(Api.CreateRequest(operation, request), map, cancellationToken);

    protected async Task<T> SendAsync<T>(ApiRequest request, Func<ApiResponse, T> map, CancellationToken cancellationToken)
    {
        using var response = await Api.SendAsync(request, Observer, cancellationToken).ConfigureAwait(false);
        return Api.Map(response, map);
    }

    /// <summary>Gets a text of the vendor, redacted.</summary>
    protected string? Clean(string? text) => Api.Redactor.Redact(text);

    /// <summary>Creates the members of a GET request that has no request type. Members that are null are left out.</summary>
    protected static IReadOnlyList<RequestMember> Members(params RequestMember[] members) =>
        members.Where(member => member.Value is not null).ToArray();

    /// <summary>Creates a path parameter.</summary>
    protected static RequestMember InPath(string name, object? value) => new(name, value, isInPath: true);

    /// <summary>Creates a query parameter.</summary>
    protected static RequestMember InQuery(string name, object? value) => new(name, value);
}
