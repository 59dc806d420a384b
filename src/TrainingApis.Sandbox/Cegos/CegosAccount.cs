namespace TrainingApis.Sandbox.Cegos;

/// <summary>Represents an OAuth client of Cegos.</summary>
/// <param name="ClientId">The client ID.</param>
/// <param name="ClientSecret">The client secret.</param>
/// <param name="Tenant">Whose leads and registrations it sees.</param>
/// <param name="Scopes">The scopes that it may ask for.</param>
internal sealed record CegosAccount(string ClientId, string ClientSecret, string Tenant, IReadOnlyList<string> Scopes)
{
    public const string CatalogScope = "api-cegos";
    public const string RegistrationScope = "api-registration";

    /// <summary>Gets the scopes that the vendor knows.</summary>
    public static IReadOnlyList<string> KnownScopes { get; } = [CatalogScope, RegistrationScope, "api-document"];

    /// <summary>Gets the account that every sandbox has. It is not a secret: nothing outside a sandbox knows it.</summary>
    public static CegosAccount Default { get; } = new("sandbox-client", "sandbox-secret", "sandbox", KnownScopes);
}
