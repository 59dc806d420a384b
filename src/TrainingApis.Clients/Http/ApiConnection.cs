using System.Globalization;
using System.Security;
using System.Text;
using System.Text.Json;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Http;

/// <summary>Provides what all connections share: the sender, the redactor, the tokens and the creation of requests.</summary>
internal abstract class ApiConnection : IApi
{
    private readonly List<ITokenSource> _tokens = [];
    private readonly ErrorMap _errors;

    /// <param name="service">The API.</param>
    /// <param name="options">The options of the connection.</param>
    /// <param name="operations">The API's operations.</param>
    /// <param name="time">The clock.</param>
    /// <param name="limits">The rate limits of the vendor, if its headers contain them.</param>
    protected ApiConnection(ApiService service, ConnectionOptions options, IReadOnlyList<Operation> operations, TimeProvider time,
        RateLimits? limits = null)
    {
        options.Validate();
        Routes = new Routes(operations, options.Routes);
        Service = service;
        Name = string.IsNullOrEmpty(options.Name) ? service.ToString() : options.Name;
        Time = time;
        AddProxySecrets(options);
        _errors = new ErrorMap(Redactor, time, ReadError);
        Sender = new ApiSender(options, _errors, time, limits);
    }

    public ApiService Service { get; }

    public string Name { get; }

    public abstract Uri BaseUri { get; }

    public abstract string Account { get; }

    public abstract string Authentication { get; }

    public abstract string Identity { get; }

    public DateTimeOffset? TokenExpires => _tokens.Min(source => source.Expires);

    public bool IsOpen => Sender.IsOpen;

    public Redactor Redactor { get; } = new();

    public TimeProvider Time { get; }

    protected ApiSender Sender { get; }

    protected Routes Routes { get; }

    /// <summary>Gets the headers that every request has besides the token, including requests without a client method.</summary>
    protected virtual IReadOnlyList<KeyValuePair<string, string>> Headers => [];

    /// <summary>Gets the path parameters that come from the connection.</summary>
    protected virtual IReadOnlyDictionary<string, string> PathParameters { get; } = new Dictionary<string, string>();

    public abstract Task AuthenticateAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default);

    public abstract Task PingAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default);

    /// <summary>Creates the request of an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">A request of Abstractions, or its members.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: a value that cannot be sent.</exception>
    public ApiRequest CreateRequest(Operation operation, object request)
    {
        var members = request as IReadOnlyList<RequestMember> ?? RequestMembers.Of(request);
        var route = Routes.Find(operation);
        var fields = members.Where(member => !member.IsInPath).ToArray();
        var query = route.InQuery ? fields.SelectMany(field => ToQuery(field.Name, field.Value)).ToArray() : [];
        var (baseUri, token) = Target(operation.Scope);
        return new ApiRequest(operation, route.Method, BuildUri(baseUri, route.Path, members, query), route.Path,
            operation.Describe(members))
        {
            Token = token,
            Headers = Headers,
            Body = route.InQuery || fields.Length == 0 ? null
                : JsonTree.Write(fields.ToDictionary(field => field.Name, field => field.Value), WriteValue),
            Route = route.Override,
        };
    }

    /// <summary>Creates a request for an address from a response. The address must be under the base address.</summary>
    public ApiRequest CreateRequest(Operation operation, string path, IReadOnlyList<RequestMember> members)
    {
        var route = Routes.Find(operation);
        var (baseUri, token) = Target(operation.Scope);
        return new ApiRequest(operation, route.Method, ApiUri.BuildRaw(baseUri, path, []), route.Path, operation.Describe(members))
        {
            Token = token,
            Headers = Headers,
            Route = route.Override,
        };
    }

    public Task<ApiResponse> SendAsync(ApiRequest request, IApiObserver? observer, CancellationToken cancellationToken) =>
        Sender.SendAsync(request, observer, cancellationToken);

    public async Task<RawResponse> SendAsync(RawRequest request, IApiObserver? observer = null,
        CancellationToken cancellationToken = default)
    {
        var (baseUri, token) = RawTarget(request.Scope);
        var built = RawCalls.Build(Service, request, baseUri) with { Token = token, Headers = Headers };
        using var response = await Sender.SendAsync(built, observer, cancellationToken).ConfigureAwait(false);
        return Map(response, RawCalls.Read);
    }

    /// <summary>Maps a response. An exception in the mapping is reported as an internal error, not as an error of the vendor.</summary>
    public T Map<T>(ApiResponse response, Func<ApiResponse, T> map)
    {
        try
        {
            return map(response);
        }
        catch (Exception exception) when (exception is not (ApiException or OutOfMemoryException))
        {
            throw _errors.Unforeseen(response.Request, wasSent: true, exception);
        }
    }

    public void Dispose()
    {
        Sender.Dispose();
        foreach (var source in _tokens)
        {
            source.Forget();
        }

        Forget();
    }

    /// <summary>Forgets the secrets that are not tokens.</summary>
    protected virtual void Forget()
    {
    }

    /// <summary>Reads an error in the vendor's own format from a response that is not a success.</summary>
    protected virtual void ReadError(ErrorBody body, int status, OperationKind kind)
    {
    }

    /// <summary>Gets the base address and the token source of a scope.</summary>
    protected abstract (Uri BaseUri, ITokenSource? Token) Target(string? scope);

    /// <summary>Gets the base address and the token source of a scope that the caller named.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: an unknown scope.</exception>
    protected virtual (Uri BaseUri, ITokenSource? Token) RawTarget(string? scope) => string.IsNullOrEmpty(scope) ? Target(null)
        : throw Invalid($"{Service} has no scopes.");

    /// <summary>Gets the value of a resource ID in a body or a query.</summary>
    protected virtual string ToWire(ResourceId resource) => resource.Text;

    /// <summary>Creates the address of an operation.</summary>
    protected virtual Uri BuildUri(Uri baseUri, string path, IReadOnlyList<RequestMember> members,
        IReadOnlyList<KeyValuePair<string, string>> query)
    {
        var parameters = new Dictionary<string, string>(PathParameters);
        foreach (var member in members.Where(member => member.IsInPath))
        {
            parameters[member.Name] = member.Value is ResourceId resource ? resource.Id : ((string?)member.Value ?? string.Empty).Trim();
        }

        return ApiUri.Build(baseUri, path, parameters, query);
    }

    /// <summary>Creates a token source that is disposed with the connection. Call it in constructors only.</summary>
    protected OAuthTokenSource AddOAuth(Uri endpoint, OAuthGrant grant)
    {
        var source = CreateOAuth(endpoint, grant);
        _tokens.Add(source);
        return source;
    }

    protected OAuthTokenSource CreateOAuth(Uri endpoint, OAuthGrant grant) =>
        new(Sender, endpoint, grant, Redactor, Time, Service, () => TokenHeaders);

    /// <summary>Gets the headers of token requests.</summary>
    protected virtual IReadOnlyList<KeyValuePair<string, string>> TokenHeaders => [];

    /// <summary>Registers a token source that is disposed with the connection. Call it in constructors only.</summary>
    protected T AddToken<T>(T source)
        where T : ITokenSource
    {
        _tokens.Add(source);
        return source;
    }

    /// <summary>Gets a token; a new one if requested.</summary>
    protected static async Task AcquireTokenAsync(ITokenSource source, bool forceRefresh, IApiObserver? observer,
        CancellationToken cancellationToken)
    {
        var token = await source.GetAsync(null, observer, cancellationToken).ConfigureAwait(false);
        if (forceRefresh)
        {
            await source.GetAsync(token, observer, cancellationToken).ConfigureAwait(false);
        }
    }

    protected static ApiException Invalid(string message) => new(ApiErrorKind.InvalidArgument, message);

    /// <summary>A proxy that refuses a request can repeat what it received, and exceptions of the network can contain it.</summary>
    private void AddProxySecrets(ConnectionOptions options)
    {
        Redactor.AddSecret(options.ProxyCredential?.Password);
        foreach (var name in new[] { "HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY" })
        {
            var text = Environment.GetEnvironmentVariable(name) ?? Environment.GetEnvironmentVariable(name.ToLowerInvariant());
            if (Uri.TryCreate(text, UriKind.Absolute, out var proxy) && proxy.UserInfo.IndexOf(':') is >= 0 and var colon)
            {
                Redactor.AddSecret(proxy.UserInfo.AsSpan(colon + 1));
                Redactor.AddSecret(Uri.UnescapeDataString(proxy.UserInfo[(colon + 1)..]));
            }
        }
    }

    /// <summary>Creates the members of the query: nested members with dotted names, lists as JSON.</summary>
    private IEnumerable<KeyValuePair<string, string>> ToQuery(string name, object? value) => value switch
    {
        null => [],
        string text => [new(name, text)],
        bool flag => [new(name, flag ? "true" : "false")],
        ResourceId resource => [new(name, ToWire(resource))],
        Dictionary<string, object?> members => members.SelectMany(member => ToQuery($"{name}.{member.Key}", member.Value)),
        IFormattable number => [new(name, number.ToString(null, CultureInfo.InvariantCulture))],
        _ => [new(name, Encoding.UTF8.GetString(JsonTree.Write(value, WriteValue)))],
    };

    private void WriteValue(Utf8JsonWriter json, object value)
    {
        if (value is ResourceId resource)
        {
            json.WriteStringValue(ToWire(resource));
            return;
        }

        SecretText.Use((SecureString)value, text =>
        {
            Redactor.AddSecret(text);
            json.WriteStringValue(text);
            return true;
        });
    }
}
