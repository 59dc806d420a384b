using System.Security;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;
using TrainingApis.Resamania;

namespace TrainingApis.Clients.Resamania;

/// <summary>
/// Represents a connection to Resamania: one brand behind a gateway, with a token of its own and a token for each contact for which it
/// acts.
/// </summary>
internal sealed class ResamaniaApi : ApiConnection, IResamaniaApi
{
    // As in the documents of the vendor. The responses are JSON-LD anyway.
    private static readonly KeyValuePair<string, string> Accept = new("Accept", "application/json, text/plain, */*");

    private readonly SecretHeader? _gatewayKey;
    private readonly bool _isClub;
    private readonly string? _clubIri;
    private readonly string? _nodeIri;
    private readonly IriBuilder _iris;
    private readonly OAuthTokenSource _token;
    private readonly SecureString? _contactSecret;
    private readonly ContactTokens? _contactTokens;

    public ResamaniaApi(ResamaniaOptions options, TimeProvider time)
        : base(ApiService.Resamania, options, ResamaniaOperations.All, time, new RateLimits("X-Quota", "X-Rate-Limit", "X-Spike-Arrest"))
    {
        if (string.IsNullOrWhiteSpace(options.ClientId))
        {
            throw Invalid("The client id is empty.");
        }

        BaseUri = ApiUri.Base(options.BaseUri!, nameof(options.BaseUri));
        ClientToken = options.ClientToken.Trim('/', ' ');
        _iris = new IriBuilder(ClientToken);
        PathParameters = new Dictionary<string, string> { ["clientToken"] = ClientToken };
        var route = Routes.Find(ResamaniaOperations.Token);
        if (route.InQuery || route.Method != HttpMethod.Post)
        {
            throw Invalid("The route of Token must be a POST whose fields are in the body.");
        }

        _clubIri = string.IsNullOrWhiteSpace(options.ClubId) ? null : _iris.Of("clubs", options.ClubId);
        _nodeIri = string.IsNullOrWhiteSpace(options.NetworkNodeId) ? null : _iris.Of("network_nodes", options.NetworkNodeId);
        _isClub = options.Grant == ResamaniaGrant.Club;
        if (_isClub && _clubIri is null)
        {
            throw Invalid("The grant of a club needs the club's id.");
        }

        Account = options.ClientId;
        _gatewayKey = options.GatewayKey is { Length: > 0 } key ? new SecretHeader("x-gravitee-api-key", string.Empty, key, Redactor)
            : null;
        var tokenUri = ApiUri.Build(BaseUri, route.Path, PathParameters);
        _token = AddOAuth(tokenUri, new OAuthGrant(_isClub ? "http://clubclientcredentials" : "client_credentials", Account,
            options.ClientSecret, _isClub ? KeyValuePair.Create("clubId", _clubIri!) : null, keepsRefreshToken: true));
        if (!string.IsNullOrWhiteSpace(options.ContactClientId))
        {
            var (id, secret) = (options.ContactClientId, _contactSecret = options.ContactClientSecret.Copy());
            _contactTokens = new ContactTokens(email => CreateOAuth(tokenUri, new OAuthGrant("http://contactclientcredentials", id, secret,
                KeyValuePair.Create("email", email), keepsRefreshToken: true)));
        }
    }

    public override Uri BaseUri { get; }

    public string ClientToken { get; }

    public string? ClubId => _clubIri;

    public override string Account { get; }

    public override string Authentication => _isClub ? "OAuth club credentials" : "OAuth client credentials";

    public override string Identity => $"{BaseUri.AbsoluteUri}{ClientToken} {Account} {_clubIri}";

    public bool HasNode => _nodeIri is not null;

    public bool CanActAsContact => _contactTokens is not null;

    public ModelJson Model { get; } = ResamaniaJsonContext.CreateModelJson();

    protected override IReadOnlyDictionary<string, string> PathParameters { get; }

    protected override IReadOnlyList<KeyValuePair<string, string>> Headers => HeadersFor(_clubIri);

    protected override IReadOnlyList<KeyValuePair<string, string>> TokenHeaders =>
        _gatewayKey is { } key ? [Accept, key.Reveal()] : [Accept];

    public IResamaniaContactClient Contacts(IApiObserver? observer = null) => new ResamaniaContactClient(this, observer);

    public IResamaniaClubClient Clubs(IApiObserver? observer = null) => new ResamaniaClubClient(this, observer);

    public override Task AuthenticateAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default) =>
        AcquireTokenAsync(_token, forceRefresh: false, observer, cancellationToken);

    // Accounts differ in the endpoints that they may read, so the token request is the test.
    public override Task PingAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default) =>
        AcquireTokenAsync(_token, forceRefresh: true, observer, cancellationToken);

    /// <summary>Gets the IRI of a resource.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: the ID is neither a number nor an IRI of its
    /// collection.</exception>
    public string IriOf(string collection, string id) => _iris.Of(collection, id);

    /// <summary>
    /// Gets the same request for a contact, with the token of the contact and without the context headers, because the vendor derives the
    /// context from the token.
    /// </summary>
    public ApiRequest AsContact(ApiRequest request, string email) =>
        request with { Token = _contactTokens!.Of(email), Headers = TokenHeaders };

    /// <summary>Gets the same request for another club.</summary>
    public ApiRequest ForClub(ApiRequest request, string clubId) => request with { Headers = HeadersFor(IriOf("clubs", clubId)) };

    protected override void ReadError(ErrorBody body, int status, OperationKind kind) => ResamaniaErrors.Read(body, status, kind);

    protected override (Uri BaseUri, ITokenSource? Token) Target(string? scope) => (BaseUri, _token);

    protected override string ToWire(ResourceId resource) => IriOf(resource.Collection, resource.Text);

    /// <summary>An IRI is the path of its resource, unless a route replaces it.</summary>
    protected override Uri BuildUri(Uri baseUri, string path, IReadOnlyList<RequestMember> members,
        IReadOnlyList<KeyValuePair<string, string>> query)
    {
        foreach (var resource in members.Where(member => member.IsInPath).Select(member => member.Value).OfType<ResourceId>())
        {
            var (iri, own) = (ToWire(resource), $"{{clientToken}}/{resource.Collection}/{{id}}");
            if (path.StartsWith(own, StringComparison.Ordinal))
            {
                return ApiUri.BuildRaw(baseUri, iri + path[own.Length..], query);
            }
        }

        return base.BuildUri(baseUri, path, members, query);
    }

    protected override void Forget()
    {
        _gatewayKey?.Dispose();
        _contactSecret?.Dispose();
        _contactTokens?.Forget();
    }

    /// <summary>Represents the account and the place for which a request acts. With the club grant, the token contains both.</summary>
    private IReadOnlyList<KeyValuePair<string, string>> HeadersFor(string? clubIri)
    {
        var context = new (string Name, string? Value)[] { ("x-user-club-id", clubIri), ("x-user-network-node-id", _nodeIri) };
        return _isClub ? TokenHeaders
            : [.. TokenHeaders, .. context.Where(header => header.Value is not null).Select(header =>
                KeyValuePair.Create(header.Name, header.Value!))];
    }
}
