using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;
using TrainingApis.Resamania;

namespace TrainingApis.Clients.Resamania;

/// <summary>A connection to Resamania: one brand behind one gateway, with a token for itself and one for each contact that it acts
/// as.</summary>
internal sealed class ResamaniaApi : ApiConnection, IResamaniaApi
{
    /// <summary>Operations whose path or verb the documents contradict each other on.</summary>
    private static readonly Dictionary<string, string> DefaultRoutes = new()
    {
        ["Token"] = "POST {clientToken}/oauth/v2/token",
        ["UpdateSale"] = "PUT {clientToken}/sales/{id}/update_contact",
        ["Sources"] = "GET {clientToken}/referentials/sources",
    };

    private readonly GatewayHeaders _key;
    private readonly bool _isClub;
    private readonly ContactTokens? _contactTokens;

    public ResamaniaApi(ResamaniaOptions options, TimeProvider time)
        : base(ApiService.Resamania, options, DefaultRoutes, time, new RateLimits("X-Quota", "X-Rate-Limit", "X-Spike-Arrest"))
    {
        if (string.IsNullOrWhiteSpace(options.ClientId))
        {
            throw Invalid("The client id is empty.");
        }

        BaseUri = ApiUri.Base(options.BaseUri!, nameof(options.BaseUri));
        ClientToken = options.ClientToken.Trim('/', ' ');
        IriBuilder = new IriBuilder(ClientToken);
        if (Routes["Token"].InQuery || Routes["Token"].Method != HttpMethod.Post)
        {
            throw Invalid("The token call is a POST with a form.");
        }

        ClubIri = string.IsNullOrWhiteSpace(options.ClubId) ? null : IriBuilder.Of("clubs", options.ClubId);
        NodeIri = string.IsNullOrWhiteSpace(options.NetworkNodeId) ? null : IriBuilder.Of("network_nodes", options.NetworkNodeId);
        _isClub = options.Grant == ResamaniaGrant.Club;
        if (_isClub && ClubIri is null)
        {
            throw Invalid("The grant of a club needs the club's id.");
        }

        Account = options.ClientId;
        _key = new GatewayHeaders(options.GatewayKey, Redactor);
        var tokenUri = ApiUri.Build(BaseUri, Routes["Token"].Path, Path());
        Token = AddOAuth(tokenUri, _isClub
            ? ResamaniaTokenGrant.Club(Account, options.ClientSecret, ClubIri!)
            : ResamaniaTokenGrant.Client(Account, options.ClientSecret), () => _key.Headers);
        if (!string.IsNullOrWhiteSpace(options.ContactClientId))
        {
            var id = options.ContactClientId;
            _contactTokens = new ContactTokens(options.ContactClientSecret, (secret, email) =>
                new OAuthTokenSource(Sender, Service, tokenUri, ResamaniaTokenGrant.Contact(id, secret, email), Redactor, Time, () =>
                    _key.Headers));
        }
    }

    public override Uri BaseUri { get; }

    public string ClientToken { get; }

    public override string Account { get; }

    public override string Authentication => _isClub ? "OAuth club credentials" : "OAuth client credentials";

    public override string Identity => $"{BaseUri.AbsoluteUri}{ClientToken} {Account} {ClubIri}";

    public IriBuilder IriBuilder { get; }

    public string? ClubIri { get; }

    public string? NodeIri { get; }

    public ITokenSource Token { get; }

    public bool CanActAsContact => _contactTokens is not null;

    public ModelJson Model { get; } = ResamaniaJsonContext.CreateModelJson();

    protected override IReadOnlyList<KeyValuePair<string, string>> Headers => OwnHeaders(null);

    public IResamaniaContactClient Contacts(IApiObserver? observer = null) =>
        new ResamaniaContactClient(this, new ResamaniaCalls(this, observer));

    public IResamaniaClubClient Clubs(IApiObserver? observer = null) => new ResamaniaClubClient(this, new ResamaniaCalls(this, observer));

    public override Task AuthenticateAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default) =>
        AcquireTokenAsync(Token, forceRefresh: false, observer, cancellationToken);

    // Which endpoints an account may read differs from one to the next, so the token call must do.
    public override Task PingAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default) =>
        AcquireTokenAsync(Token, forceRefresh: true, observer, cancellationToken);

    /// <summary>The token of a contact. The connection must be able to act as one.</summary>
    public ITokenSource ContactToken(string email) => _contactTokens!.Of(email);

    /// <summary>The headers of a call as the connection itself: for whom it acts, and from where. The club grant says that by its
    /// token.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> OwnHeaders(string? clubIri)
    {
        if (_isClub)
        {
            return _key.Headers;
        }

        var headers = _key.Headers.ToList();
        if ((clubIri ?? ClubIri) is { } club)
        {
            headers.Add(new("x-user-club-id", club));
        }

        if (NodeIri is not null)
        {
            headers.Add(new("x-user-network-node-id", NodeIri));
        }

        return headers;
    }

    /// <summary>The headers of a call as a contact: nothing of ours, the vendor derives them.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ContactHeaders => _key.Headers;

    /// <summary>What stands for the parameters of a path.</summary>
    public Dictionary<string, string> Path(string? id = null)
    {
        var parameters = new Dictionary<string, string> { ["clientToken"] = ClientToken };
        if (id is not null)
        {
            parameters["id"] = id;
        }

        return parameters;
    }

    protected override void Forget()
    {
        _key.Forget();
        _contactTokens?.Forget();
    }

    protected override (Uri BaseUri, ITokenSource? Token) Target(string? scope) => string.IsNullOrEmpty(scope)
        ? (BaseUri, Token)
        : throw Invalid("Resamania's tokens have no scopes to choose from.");

    private static ApiException Invalid(string message) => new(ApiErrorKind.InvalidArgument, message);
}
