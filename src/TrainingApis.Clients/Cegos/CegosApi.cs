using TrainingApis.Cegos;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Cegos;

/// <summary>A connection to Cegos: one account, and for each part of the API a host and a token.</summary>
internal sealed class CegosApi : ApiConnection, ICegosApi
{
    /// <summary>Operations whose verb or path the documents leave open, or contradict each other on.</summary>
    private static readonly Dictionary<string, string> DefaultRoutes = new()
    {
        ["Topics"] = "GET v1/CatalogTopics",
        ["CreateRegistration"] = "POST v1/Registration",
        ["CancelRegistration"] = "DELETE v1/Registration",
        ["DeferRegistration"] = "POST v1/Registration/defer",
    };

    private readonly IReadOnlyList<CegosScope> _scopes;

    public CegosApi(CegosOptions options, TimeProvider time) : base(ApiService.Cegos, options, DefaultRoutes, time)
    {
        if (string.IsNullOrWhiteSpace(options.ClientId))
        {
            throw new ApiException(ApiErrorKind.InvalidArgument, "The client id is empty.");
        }

        BaseUri = ApiUri.Base(options.CatalogUri, nameof(options.CatalogUri));
        RegistrationUri = ApiUri.Base(options.RegistrationUri, nameof(options.RegistrationUri));
        var tokenUri = ApiUri.Endpoint(options.TokenUri, nameof(options.TokenUri));
        Account = options.ClientId;
        _scopes = options.Scopes;
        CatalogToken = AddOAuth(tokenUri, new ClientCredentialsGrant(options.ClientId, options.ClientSecret, "api-cegos"));
        RegistrationToken = AddOAuth(tokenUri, new ClientCredentialsGrant(options.ClientId, options.ClientSecret, "api-registration"));
    }

    public override Uri BaseUri { get; }

    public override string Account { get; }

    public override string Identity => $"{RegistrationUri.AbsoluteUri} {Account}";

    public override string Authentication => "OAuth client credentials";

    public ITokenSource CatalogToken { get; }

    public Uri RegistrationUri { get; }

    public ITokenSource RegistrationToken { get; }

    public TimeProvider Clock => Time;

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

    // The registrations have nothing that reads without an id, so there the token call must do.
    public override Task PingAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default) =>
        _scopes.Contains(CegosScope.Catalog) || _scopes.Count == 0
            ? Catalog(observer).GetCatalogsAsync(cancellationToken)
            : AcquireTokenAsync(RegistrationToken, forceRefresh: true, observer, cancellationToken);

    protected override (Uri BaseUri, ITokenSource? Token) Target(string? scope)
    {
        if (string.IsNullOrEmpty(scope))
        {
            return (BaseUri, CatalogToken);
        }

        if (!Enum.TryParse<CegosScope>(scope, ignoreCase: true, out var known) || !Enum.IsDefined(typeof(CegosScope), known))
        {
            throw new ApiException(ApiErrorKind.InvalidArgument,
                $"There is no such scope; there are {string.Join(", ", Enum.GetNames(typeof(CegosScope)))}.");
        }

        return (known == CegosScope.Catalog ? BaseUri : RegistrationUri, TokenOf(known));
    }

    private ITokenSource TokenOf(CegosScope scope) => scope == CegosScope.Catalog ? CatalogToken : RegistrationToken;
}
