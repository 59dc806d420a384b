namespace TrainingApis.Sandbox.Conferences;

/// <summary>An account that the sandbox knows, with conferences and clients of its own. None of its parts is a secret outside a sandbox.</summary>
public sealed class ConferencesAccount
{
    /// <summary>Makes an account whose credentials are made of its name: <c>name-token</c>, <c>name-client</c>, <c>name-secret</c>, and so on.</summary>
    /// <param name="name">The account's name.</param>
    /// <param name="apiKey">The key of the partner who manages it; several accounts may share one.</param>
    public ConferencesAccount(string name, string apiKey) => (Name, ApiKey) = (name, apiKey);

    /// <summary>The account that every sandbox starts with.</summary>
    public static ConferencesAccount Default { get; } = new("sandbox", "sandbox-api-key");

    /// <summary>A second one of the same partner, whose conferences the first may not see.</summary>
    public static ConferencesAccount Child { get; } = new("sandbox-child", "sandbox-api-key");

    /// <summary>The account's name.</summary>
    public string Name { get; }

    /// <summary>What the header <c>apiKey</c> holds.</summary>
    public string ApiKey { get; }

    /// <summary>The account's own SSO token, in the header <c>token</c>.</summary>
    public string Token => Name + "-token";

    /// <summary>An access token that was handed out before; it lives until tokens are expired.</summary>
    public string AccessToken => Name + "-access-token";

    /// <summary>The id of its OAuth client.</summary>
    public string ClientId => Name + "-client";

    /// <summary>The secret of its OAuth client.</summary>
    public string ClientSecret => Name + "-secret";

    /// <summary>What access tokens are renewed with at first.</summary>
    public string RefreshToken => Name + "-refresh-token";
}
