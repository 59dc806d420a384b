using System.Security;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;
using TrainingApis.Conferences;

namespace TrainingApis.Clients.Conferences;

/// <summary>A connection to Agendize's conferences: one account, known by a key and a token, an access token, or a refresh token.</summary>
internal sealed class ConferenceApi : ApiConnection, IConferenceApi
{
    /// <summary>Operations whose verb or path the documents leave open.</summary>
    private static readonly Dictionary<string, string> DefaultRoutes = new()
    {
        ["UpdateRegistration"] = "PUT conferences/{conferenceId}/sessions/{sessionId}/registrations/{id}",
        ["Watch"] = "POST sessions/{sessionId}/registrations/watch",
    };

    private readonly bool _hasTokenCall;

    public ConferenceApi(ConferenceOptions options, TimeProvider time) : base(ApiService.Conference, options, DefaultRoutes, time)
    {
        BaseUri = ApiUri.Base(options.BaseUri, nameof(options.BaseUri));
        WatcherUri = ApiUri.Base(options.WatcherUri, nameof(options.WatcherUri));
        var tokenUri = ApiUri.Endpoint(options.TokenUri, nameof(options.TokenUri));
        if (Routes["Watch"].InQuery)
        {
            throw new ApiException(ApiErrorKind.InvalidArgument,
                "The route of Watch must not send its fields in the query: they may hold credentials.");
        }

        switch (options)
        {
            case { ApiKey: { } key, Token: { } token, AccessToken: null, RefreshToken: null }:
                Account = "API key " + Cut(key);
                Authentication = "API key and token";
                Token = Add(SecretHeaders.Keys(key, token, Redactor));
                break;
            case { AccessToken: { } accessToken, ApiKey: null, Token: null, RefreshToken: null }:
                Account = "access token";
                Authentication = "Access token";
                Token = Add(SecretHeaders.Bearer(accessToken, Redactor));
                break;
            case { RefreshToken: { } refreshToken, ClientId: { Length: > 0 } id, ClientSecret: { } secret, ApiKey: null, Token: null,
                AccessToken: null }:
                Account = id;
                Authentication = "OAuth refresh token";
                Token = AddOAuth(tokenUri, new RefreshTokenGrant(id, secret, refreshToken));
                _hasTokenCall = true;
                break;
            default:
                throw new ApiException(ApiErrorKind.InvalidArgument,
                    "Give an API key and a token, or an access token, or a client with its secret and a refresh token.");
        }
    }

    public override Uri BaseUri { get; }

    public Uri WatcherUri { get; }

    public override string Account { get; }

    // No name of the account is known, and tokens change. Ids of conferences, sessions and clients are one account's anyway.
    public override string Identity => BaseUri.AbsoluteUri;

    public override string Authentication { get; }

    public ITokenSource Token { get; }

    public ModelJson Model { get; } = ConferenceJsonContext.CreateModelJson();

    public Redactor Secrets => Redactor;

    public IConferenceClient Client(IApiObserver? observer = null) => new ConferenceClient(this, observer);

    public override Task AuthenticateAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default) =>
        _hasTokenCall ? AcquireTokenAsync(Token, forceRefresh: false, observer, cancellationToken) : PingAsync(observer, cancellationToken);

    public override Task PingAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default) =>
        new ConferenceClient(this, observer).PingAsync(cancellationToken);

    protected override (Uri BaseUri, ITokenSource? Token) Target(string? scope) => string.IsNullOrEmpty(scope)
        ? (BaseUri, Token)
        : throw new ApiException(ApiErrorKind.InvalidArgument, "The conferences have no scopes.");

    /// <summary>Enough of a key to tell it from others, and only of one that is long enough.</summary>
    private static string Cut(SecureString key)
    {
        const int shown = 4;
        const int longEnough = 16;
        return key.Length < longEnough ? "…" : SecretText.Use(key, text => new string(text[..shown])) + "…";
    }
}
