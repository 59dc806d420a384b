using System.Security.Cryptography;
using System.Text;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>The OAuth clients, and the tokens that they hold.</summary>
internal sealed class ResamaniaTokens
{
    private readonly Dictionary<string, ResamaniaAccount> _accounts = new();
    private readonly Dictionary<string, (ResamaniaIdentity Identity, DateTimeOffset Expires)> _access = new();
    private readonly Dictionary<string, ResamaniaIdentity> _refresh = new();

    public ResamaniaTokens() => Reset();

    public TimeSpan Lifetime { get; set; }

    public bool AnonymousRefresh { get; set; }

    /// <summary>All that was handed out so far: the grant asked for, and for whom.</summary>
    public List<(string Grant, ResamaniaIdentity Identity)> Issued { get; } = new();

    public void AddAccount(ResamaniaAccount account) => _accounts[account.ClientId] = account;

    public ResamaniaAccount? FindAccount(string? clientId, string? clientSecret) =>
        clientId != null && _accounts.TryGetValue(clientId, out var account) && account.ClientSecret == clientSecret ? account : null;

    /// <summary>A token of the vendor's form, and where there is one what renews it.</summary>
    public (string Access, string? Refresh) Issue(ResamaniaIdentity identity, string grant)
    {
        var now = DateTimeOffset.UtcNow;
        var claims = $"{{\"jti\":\"{Random(15)}\",\"iat\":{now.ToUnixTimeSeconds()},\"exp\":{(now + Lifetime).ToUnixTimeSeconds()}}}";
        var access = $"{Encode("{\"typ\":\"JWT\",\"alg\":\"RS256\"}")}.{Encode(claims)}.{Random(64)}";
        _access[access] = (identity, now + Lifetime);
        var refresh = identity.IsAnonymous && !AnonymousRefresh ? null : Random(48);
        if (refresh != null)
            _refresh[refresh] = identity;
        Issued.Add((grant, identity));
        return (access, refresh);
    }

    /// <summary>Whom a token stands for; where it is worthless, whether that is because it was good once.</summary>
    public ResamaniaIdentity? Find(string access, out bool hasExpired)
    {
        var isKnown = _access.TryGetValue(access, out var token);
        hasExpired = isKnown && token.Expires <= DateTimeOffset.UtcNow;
        return isKnown && !hasExpired ? token.Identity : null;
    }

    /// <summary>Takes a refresh token: each renews once.</summary>
    public ResamaniaIdentity? Redeem(string refresh, ResamaniaAccount account)
    {
        if (!_refresh.TryGetValue(refresh, out var identity) || identity.Account.ClientId != account.ClientId)
            return null;
        _refresh.Remove(refresh);
        return identity;
    }

    public void ExpireAccess()
    {
        foreach (var token in _access.Keys.ToList())
            _access[token] = (_access[token].Identity, DateTimeOffset.MinValue);
    }

    public void RevokeRefresh() => _refresh.Clear();

    public void Reset()
    {
        _accounts.Clear();
        _access.Clear();
        _refresh.Clear();
        Issued.Clear();
        (Lifetime, AnonymousRefresh) = (TimeSpan.FromHours(1), false);
        foreach (var account in ResamaniaAccount.Defaults)
            AddAccount(account);
    }

    private static string Random(int bytes)
    {
        var random = new byte[bytes];
        RandomNumberGenerator.Fill(random);
        return Encode(random);
    }

    private static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
