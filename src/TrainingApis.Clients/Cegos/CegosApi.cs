using TrainingApis.Cegos;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Cegos;

/// <summary>Represents a connection to Cegos: one account, with a base address and a token for each part of the API.</summary>
internal sealed class CegosApi : ApiConnection, ICegosApi
{
    private readonly IReadOnlyList<CegosScope> _scopes;
    private readonly Uri _registrationUri;
    private readonly OAuthTokenSource _catalogToken;
    private readonly OAuthTokenSource _registrationToken;

    public CegosApi(CegosOptions options, TimeProvider time) : base(ApiService.Cegos, options, CegosOperations.All, time)
    {
        if (string.IsNullOrWhiteSpace(options.ClientId))
        {
            throw Invalid("The client id is empty.");
        }

        BaseUri = ApiUri.Base(options.CatalogUri, nameof(options.CatalogUri));
        _registrationUri = ApiUri.Base(options.RegistrationUri, nameof(options.RegistrationUri));
        var tokenUri = ApiUri.Endpoint(options.TokenUri, nameof(options.TokenUri));
        Account = options.ClientId;
        _scopes = options.Scopes;
        _catalogToken = AddOAuth(tokenUri, Grant("api-cegos"));
        _registrationToken = AddOAuth(tokenUri, Grant("api-registration"));

        OAuthGrant Grant(string scope) =>
            new("client_credentials", options.ClientId, options.ClientSecret, KeyValuePair.Create("scope", scope));
    }

    public override Uri BaseUri { get; }

    public override string Account { get; }

    public override string Identity => $"{_registrationUri.AbsoluteUri} {Account}";

    public override string Authentication => "OAuth client credentials";

    public ModelJson Model { get; } = CegosJsonContext.CreateModelJson();

    public ICegosCatalogClient Catalog(IApiObserver? observer = null) => new CegosCatalogClient(this, observer);

    public ICegosRegistrationClient Registrations(IApiObserver? observer = null) => new CegosRegistrationClient(this, observer);

    public override async Task AuthenticateAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default)
    {
        foreach (var scope in _scopes)
        {
            await AcquireTokenAsync(TokenOf(scope), forceRefresh: false, observer, cancellationToken).ConfigureAwait(false);
        }
    }

    // The registration API has no read without an ID, so the token request is the test.
    public override Task PingAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default) =>
        _scopes.Contains(CegosScope.Catalog) || _scopes.Count == 0
            ? Catalog(observer).GetCatalogsAsync(cancellationToken)
            : AcquireTokenAsync(_registrationToken, forceRefresh: true, observer, cancellationToken);

    /// <summary>Reads <c>code</c> and <c>reason</c> of the registration API. Both together are a refusal.</summary>
    protected override void ReadError(ErrorBody body, int status, OperationKind kind)
    {
        var isRefusal = body.Json?.Text("code") is not null && body.Json.Members.ContainsKey("reason");
        if (isRefusal && (status is 400 or 422 || (status >= 500 && kind == OperationKind.Change)))
        {
            body.Refusal = ApiErrorKind.Rejected;
        }
    }

    protected override (Uri BaseUri, ITokenSource? Token) Target(string? scope) =>
        scope == nameof(CegosScope.Registration) ? (_registrationUri, _registrationToken) : (BaseUri, _catalogToken);

    protected override (Uri BaseUri, ITokenSource? Token) RawTarget(string? scope)
    {
        if (string.IsNullOrEmpty(scope))
        {
            return Target(null);
        }

        var names = Enum.GetNames(typeof(CegosScope));
        return Target(names.FirstOrDefault(name => name.Equals(scope, StringComparison.OrdinalIgnoreCase))
            ?? throw Invalid($"There is no such scope; there are {string.Join(", ", names)}."));
    }

    private OAuthTokenSource TokenOf(CegosScope scope) => scope == CegosScope.Catalog ? _catalogToken : _registrationToken;
}
