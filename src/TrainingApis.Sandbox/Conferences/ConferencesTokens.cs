namespace TrainingApis.Sandbox.Conferences;

/// <summary>The accounts, the tokens that they hold, and who is let in: by two custom headers, or by a bearer token.</summary>
internal sealed class ConferencesTokens
{
    private readonly object _gate = new();
    private readonly Dictionary<string, ConferencesAccount> _accounts = new();
    private readonly Dictionary<string, ConferencesToken> _access = new();
    private readonly Dictionary<string, ConferencesAccount> _refresh = new();

    public ConferencesTokens() => Reset();

    public void AddAccount(ConferencesAccount account)
    {
        lock (_gate)
        {
            _accounts[account.Name] = account;
            _access[account.AccessToken] = new ConferencesToken(account, DateTimeOffset.MaxValue);
            _refresh[account.RefreshToken] = account;
        }
    }

    public IReadOnlyList<ConferencesAccount> Accounts()
    {
        lock (_gate)
            return _accounts.Values.ToList();
    }

    public ConferencesAccount? FindByClient(string clientId, string clientSecret) =>
        Accounts().FirstOrDefault(account => account.ClientId == clientId && account.ClientSecret == clientSecret);

    /// <summary>A new access token for one that may renew, and the refresh token for the next time; null for a worthless one.</summary>
    public (string Access, string Refresh)? Renew(ConferencesAccount account, string refreshToken, TimeSpan lifetime, bool rotate)
    {
        lock (_gate)
        {
            if (!_refresh.TryGetValue(refreshToken, out var owner) || owner != account)
                return null;
            var now = DateTimeOffset.UtcNow;
            foreach (var old in _access.Where(pair => pair.Value.Expires <= now).ToList())
                _access.Remove(old.Key);
            var access = NewToken();
            _access[access] = new ConferencesToken(account, now + lifetime);
            if (!rotate)
                return (access, refreshToken);
            var refresh = NewToken();
            _refresh.Remove(refreshToken);
            _refresh[refresh] = account;
            return (access, refresh);
        }
    }

    /// <summary>The account that a request acts for.</summary>
    /// <exception cref="ConferencesRefusal">Nobody whom the sandbox knows.</exception>
    public ConferencesAccount Admit(SandboxRequest request)
    {
        var (key, token, bearer) = (request.Header("apiKey"), request.Header("token"), request.Header("Authorization"));
        // Which of the two accounts would count is not documented: nobody may depend on it.
        if (bearer != null && (key != null || token != null))
            throw ConferencesRefusal.Unauthorized("Either apiKey and token, or Authorization");
        if (bearer != null)
            return ByBearer(bearer);
        if (string.IsNullOrEmpty(key) || string.IsNullOrEmpty(token))
            throw ConferencesRefusal.Unauthorized("The headers apiKey and token are required");
        return ByKey(key, token);
    }

    public void ExpireAll()
    {
        lock (_gate)
            _access.Clear();
    }

    public void Reset()
    {
        lock (_gate)
        {
            _accounts.Clear();
            _access.Clear();
            _refresh.Clear();
        }

        AddAccount(ConferencesAccount.Default);
        AddAccount(ConferencesAccount.Child);
    }

    private ConferencesAccount ByBearer(string header)
    {
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            throw ConferencesRefusal.Unauthorized("Authorization must be a bearer token");
        lock (_gate)
        {
            if (_access.TryGetValue(header["Bearer ".Length..].Trim(), out var held) && held.Expires > DateTimeOffset.UtcNow)
                return held.Account;
        }

        throw ConferencesRefusal.Unauthorized("The access token is invalid or expired");
    }

    private ConferencesAccount ByKey(string key, string token)
    {
        var accounts = Accounts();
        if (accounts.All(account => account.ApiKey != key))
            throw ConferencesRefusal.Unauthorized("The API key is unknown");
        var owner = accounts.FirstOrDefault(account => account.Token == token) ?? throw ConferencesRefusal.Unauthorized("The token is unknown");
        return owner.ApiKey == key ? owner : throw ConferencesRefusal.Forbidden("The account belongs to someone else");
    }

    private static string NewToken() => Guid.NewGuid().ToString("N") + Guid.NewGuid().ToString("N");
}
