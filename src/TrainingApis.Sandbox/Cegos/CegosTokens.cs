using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>The accounts, and the tokens that they hold.</summary>
internal sealed class CegosTokens
{
    public const string CatalogScope = "api-cegos";
    public const string RegistrationScope = "api-registration";
    public const string DocumentScope = "api-document";

    private readonly ConcurrentDictionary<string, SandboxAccount> _accounts = new();
    private readonly ConcurrentDictionary<string, CegosToken> _tokens = new();

    public CegosTokens() => Reset();

    public TimeSpan Lifetime { get; set; }

    public void AddAccount(SandboxAccount account) => _accounts[account.ClientId] = account;

    public SandboxAccount? FindAccount(string clientId, string clientSecret) =>
        _accounts.TryGetValue(clientId, out var account) && account.ClientSecret == clientSecret ? account : null;

    public string Issue(SandboxAccount account, string scope)
    {
        var now = DateTimeOffset.UtcNow;
        foreach (var (old, held) in _tokens)
        {
            if (held.Expires <= now)
                _tokens.TryRemove(old, out _);
        }

        var text = string.Join('.', RandomPart(20), RandomPart(60), RandomPart(32));
        _tokens[text] = new CegosToken(account, scope, now + Lifetime);
        return text;
    }

    /// <summary>The answer to a request whose token is missing, worthless or for something else; null lets it in, as this tenant.</summary>
    public SandboxAnswer? Refuse(SandboxRequest request, string scope, out string tenant)
    {
        tenant = string.Empty;
        var header = request.Header("Authorization");
        if (header == null || !header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return SandboxAnswer.Empty(401).With("WWW-Authenticate", "Bearer");
        if (!_tokens.TryGetValue(header["Bearer ".Length..].Trim(), out var token) || token.Expires <= DateTimeOffset.UtcNow)
            return SandboxAnswer.Empty(401).With("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        if (token.Scope != scope)
            return SandboxAnswer.Problem(403, "Forbidden", $"The token lacks the scope {scope}.").With("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
        tenant = token.Account.Tenant;
        return null;
    }

    public void ExpireAll() => _tokens.Clear();

    public void Reset()
    {
        ExpireAll();
        _accounts.Clear();
        AddAccount(SandboxAccount.Default);
        Lifetime = TimeSpan.FromHours(1);
    }

    private static string RandomPart(int bytes)
    {
        var random = new byte[bytes];
        RandomNumberGenerator.Fill(random);
        return Convert.ToBase64String(random).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
