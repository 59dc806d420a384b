using System.Security;

namespace TrainingApis.Cegos;

/// <summary>Represents the options of a connection to Cegos. The default addresses are those of Cegos.</summary>
public sealed class CegosOptions : ConnectionOptions
{
    /// <summary>Gets or sets the ID of the OAuth client.</summary>
    public string ClientId { get; set; } = string.Empty;

    /// <summary>Gets or sets the secret of the OAuth client. The connection keeps a separate copy until it is disposed.</summary>
    public SecureString ClientSecret { get; set; } = new();

    /// <summary>Gets or sets the base address of the catalogue, without the version.</summary>
    public Uri CatalogUri { get; set; } = new("https://catalog.api.cegos.fr/");

    /// <summary>Gets or sets the base address of the registrations, without the version.</summary>
    public Uri RegistrationUri { get; set; } = new("https://registration.api.cegos.fr/");

    /// <summary>
    /// Gets or sets the complete address of the token endpoint (<c>https://api.cegos.fr/Documentations/MakeFirstCall</c>).
    /// </summary>
    public Uri TokenUri { get; set; } = new("https://api.cegos.fr/connect/token");

    /// <summary>
    /// Gets or sets the tokens that <see cref="IApi.AuthenticateAsync"/> requests. Other tokens are requested on first use.
    /// </summary>
    public IReadOnlyList<CegosScope> Scopes { get; set; } = new[] { CegosScope.Catalog };
}

/// <summary>Specifies the part of the API that a Cegos token is for. Each part has a separate host and a separate token.</summary>
public enum CegosScope
{
    /// <summary>The catalogue (<c>api-cegos</c>).</summary>
    Catalog,

    /// <summary>Leads, registrations and deferrals (<c>api-registration</c>), which require an explicit authorisation.</summary>
    Registration,
}
