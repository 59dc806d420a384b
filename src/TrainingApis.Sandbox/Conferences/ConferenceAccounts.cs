using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>Represents an account of Agendize. Its other credentials are made from its name; none is a secret outside a sandbox.</summary>
/// <param name="Name">The account's name.</param>
/// <param name="ApiKey">The API key of the partner who manages it; several accounts can share one.</param>
internal sealed record ConferenceAccount(string Name, string ApiKey)
{
    /// <summary>Gets the account that every sandbox has.</summary>
    public static ConferenceAccount Default { get; } = new("sandbox", "sandbox-api-key");

    /// <summary>Gets a second account of the same partner, whose resources the first cannot see.</summary>
    public static ConferenceAccount Child { get; } = new("sandbox-child", "sandbox-api-key");

    /// <summary>Gets the SSO token.</summary>
    public string Token => Name + "-token";

    /// <summary>Gets an access token that is valid from the start.</summary>
    public string AccessToken => Name + "-access-token";

    public string ClientId => Name + "-client";

    public string ClientSecret => Name + "-secret";

    /// <summary>Gets a refresh token that is valid from the start.</summary>
    public string RefreshToken => Name + "-refresh-token";
}

/// <summary>Represents the accounts and their tokens. Whoever uses it holds the database's lock.</summary>
internal sealed class ConferenceAccounts
{
    private readonly List<ConferenceAccount> _accounts = [];
    private readonly ConferenceResponses _responses;
    private readonly ConferenceSettings _settings;

    public ConferenceAccounts(ConferenceSettings settings, ConferenceResponses responses)
    {
        (_settings, _responses) = (settings, responses);
        Reset();
    }

    public IReadOnlyList<ConferenceAccount> All => _accounts;

    public TokenStore<ConferenceAccount> Tokens { get; } = new();

    /// <summary>Adds an account, or replaces the one with the same name.</summary>
    public void Add(ConferenceAccount account)
    {
        var index = _accounts.FindIndex(other => other.Name == account.Name);
        if (index < 0)
        {
            _accounts.Add(account);
        }
        else
        {
            _accounts[index] = account;
        }

        Tokens.Issue(account, account.AccessToken, TimeSpan.FromDays(36500));
        Tokens.IssueRefresh(account, account.RefreshToken);
    }

    public void Reset()
    {
        Tokens.Reset();
        _accounts.Clear();
        Add(ConferenceAccount.Default);
        Add(ConferenceAccount.Child);
    }

    /// <summary>Gets the account of a request, by two headers or by an access token. Secrets in the address are not looked at.</summary>
    /// <exception cref="ResponseException">The credentials are missing or wrong.</exception>
    public ConferenceAccount Authenticate(Request request)
    {
        var (apiKey, token) = (request.Header("apiKey"), request.Header("token"));
        if (request.Header("Authorization") is not null)
        {
            // Which of two accounts would count is not documented.
            return apiKey is not null || token is not null ? throw _responses.Refusal(401, "Either apiKey and token, or Authorization")
                : request.BearerToken is not { } bearer ? throw _responses.Refusal(401, "Authorization must be a bearer token")
                : Tokens.Find(bearer, out _) ?? throw _responses.Refusal(401, "The access token is invalid or expired");
        }

        if (string.IsNullOrEmpty(apiKey) || string.IsNullOrEmpty(token))
        {
            throw _responses.Refusal(401, "The headers apiKey and token are required");
        }

        var account = _accounts.Find(one => one.Token == token);
        return !_accounts.Exists(one => one.ApiKey == apiKey) ? throw _responses.Refusal(401, "The API key is unknown")
            : account is null ? throw _responses.Refusal(401, "The token is unknown")
            : account.ApiKey == apiKey ? account
            : throw _responses.Refusal(403, "The account belongs to someone else");
    }

    /// <summary>Handles a token request. Authorization codes come from a page in a browser, so none is valid here.</summary>
    public Response HandleToken(Request request)
    {
        if (request.Path != "oauth2/token")
        {
            return Response.Empty(404);
        }

        if (request.Method != "POST")
        {
            return Response.MethodNotAllowed(["POST"]);
        }

        if (OAuth.ReadForm(request) is not { } form || form.Get("grant_type") is not { Length: > 0 } grantType)
        {
            return OAuth.Error(400, "invalid_request");
        }

        var (clientId, clientSecret) = (form.Get("client_id"), form.Get("client_secret"));
        if (_accounts.Find(one => one.ClientId == clientId && one.ClientSecret == clientSecret) is not { } account)
        {
            return OAuth.Error(401, "invalid_client");
        }

        var (scope, isRefresh) = (form.Get("scope"), grantType == "refresh_token");
        var secret = form.Get(isRefresh ? "refresh_token" : "code");
        var error = !isRefresh && grantType != "authorization_code" ? "unsupported_grant_type"
            : scope is not (null or "agendize") ? "invalid_scope"
            : string.IsNullOrEmpty(secret) ? "invalid_request"
            : !isRefresh || Tokens.Redeem(secret, owner => owner == account, _settings.RotateRefreshTokens) is null ? "invalid_grant"
            : null;
        return error is null ? OAuth.Respond(200, CreateToken(account, secret!)) : OAuth.Error(400, error);
    }

    private JsonObject CreateToken(ConferenceAccount account, string refreshToken)
    {
        var json = new JsonObject { ["access_token"] = Tokens.Issue(account), ["token_type"] = "Bearer" };
        if (_settings.StatesLifetime)
        {
            json["expires_in"] = (int)Tokens.Lifetime.TotalSeconds;
        }

        json["refresh_token"] = _settings.RotateRefreshTokens ? Tokens.IssueRefresh(account) : refreshToken;
        return json;
    }
}
