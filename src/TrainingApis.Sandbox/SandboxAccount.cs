namespace TrainingApis.Sandbox;

/// <summary>An OAuth client that the sandbox knows.</summary>
public sealed class SandboxAccount
{
    /// <summary>Makes an account.</summary>
    /// <param name="clientId">The client's id.</param>
    /// <param name="clientSecret">The client's secret.</param>
    /// <param name="tenant">Whose leads and registrations it sees.</param>
    /// <param name="scopes">The scopes that it may ask for; one without any may ask for nothing.</param>
    public SandboxAccount(string clientId, string clientSecret, string tenant, IReadOnlyList<string> scopes)
    {
        (ClientId, ClientSecret, Tenant, Scopes) = (clientId, clientSecret, tenant, scopes);
    }

    /// <summary>The account that every sandbox starts with. Neither part is a secret: nothing outside a sandbox knows them.</summary>
    public static SandboxAccount Default { get; } =
        new("sandbox-client", "sandbox-secret", "sandbox", new[] { "api-cegos", "api-registration", "api-document" });

    /// <summary>The client's id.</summary>
    public string ClientId { get; }

    /// <summary>The client's secret.</summary>
    public string ClientSecret { get; }

    /// <summary>Whose leads and registrations the account sees.</summary>
    public string Tenant { get; }

    /// <summary>The scopes that the account may ask for.</summary>
    public IReadOnlyList<string> Scopes { get; }
}
