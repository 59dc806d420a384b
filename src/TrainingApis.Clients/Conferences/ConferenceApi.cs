using System.Security;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;
using TrainingApis.Conferences;

namespace TrainingApis.Clients.Conferences;

/// <summary>Represents a connection to Agendize: one account, with a key and a token, an access token, or a refresh token.</summary>
internal sealed class ConferenceApi : ApiConnection, IConferenceApi
{
    private readonly bool _hasTokenRequest;
    private readonly Uri _watcherUri;
    private readonly ITokenSource _token;

    public ConferenceApi(ConferenceOptions options, TimeProvider time)
        : base(ApiService.Conference, options, ConferenceOperations.All, time)
    {
        BaseUri = ApiUri.Base(options.BaseUri, nameof(options.BaseUri));
        _watcherUri = ApiUri.Base(options.WatcherUri, nameof(options.WatcherUri));
        var tokenUri = ApiUri.Endpoint(options.TokenUri, nameof(options.TokenUri));
        if (Routes.Find(ConferenceOperations.Watch).InQuery)
        {
            throw Invalid("The route of Watch must not send its fields in the query: they may have credentials.");
        }

        switch (options)
        {
            case { ApiKey: { } key, Token: { } token, AccessToken: null, RefreshToken: null }:
                Account = "API key " + Cut(key);
                Authentication = "API key and token";
                _token = AddToken(new SecretHeaders(new SecretHeader("apiKey", string.Empty, key, Redactor),
                    new SecretHeader("token", string.Empty, token, Redactor)));
                break;
            case { AccessToken: { } accessToken, ApiKey: null, Token: null, RefreshToken: null }:
                Account = "access token";
                Authentication = "Access token";
                _token = AddToken(new SecretHeaders(new SecretHeader("Authorization", "Bearer ", accessToken, Redactor)));
                break;
            case
            {
                RefreshToken: { } refreshToken, ClientId: { Length: > 0 } id, ClientSecret: { } secret, ApiKey: null, Token: null,
                AccessToken: null
            }:
                Account = id;
                Authentication = "OAuth refresh token";
                _token = AddOAuth(tokenUri, new OAuthGrant("refresh_token", id, secret, null, refreshToken, keepsRefreshToken: true));
                _hasTokenRequest = true;
                break;
            default:
                throw Invalid("Give an API key and a token, or an access token, or a client with its secret and a refresh token.");
        }
    }

    public override Uri BaseUri { get; }

    public override string Account { get; }

    // There is no account name, and tokens change. The IDs of conferences, sessions and clients belong to one account anyway.
    public override string Identity => BaseUri.AbsoluteUri;

    public override string Authentication { get; }

    public ModelJson Model { get; } = ConferenceJsonContext.CreateModelJson();

    public IConferenceClient Client(IApiObserver? observer = null) => new ConferenceClient(this, observer);

    public override Task AuthenticateAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default) =>
        _hasTokenRequest ? AcquireTokenAsync(_token, forceRefresh: false, observer, cancellationToken)
            : PingAsync(observer, cancellationToken);

    public override Task PingAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default) =>
        new ConferenceClient(this, observer).PingAsync(cancellationToken);

    protected override (Uri BaseUri, ITokenSource? Token) Target(string? scope) =>
        (scope == ConferenceOperations.WatcherScope ? _watcherUri : BaseUri, _token);

    /// <summary>Gets the first characters of a key, which identify it, if the key is long enough.</summary>
    private static string Cut(SecureString key)
    {
        const int shown = 4;
        const int longEnough = 16;
        return key.Length < longEnough ? "…" : SecretText.Use(key, text => new string(text[..shown])) + "…";
    }
}
