using System.Security;

namespace TrainingApis.Cegos;

/// <summary>Represents the options of a connection to Cegos. Defaults are the vendor's own addresses.</summary>
public sealed class CegosOptions : ConnectionOptions
{
    /// <summary>Gets or sets the OAuth client's id.</summary>
    public string ClientId { get; set; } = string.Empty;

    /// <summary>Gets or sets the OAuth client's secret; the connection keeps a copy of its own until it is disposed.</summary>
    public SecureString ClientSecret { get; set; } = new();

    /// <summary>Gets or sets the catalogue's address, without the version.</summary>
    public Uri CatalogUri { get; set; } = new("https://catalog.api.cegos.fr/");

    /// <summary>Gets or sets the registrations' address, without the version.</summary>
    public Uri RegistrationUri { get; set; } = new("https://registration.api.cegos.fr/");

    /// <summary>Gets or sets the token endpoint, whole (<c>https://api.cegos.fr/Documentations/MakeFirstCall</c>).</summary>
    public Uri TokenUri { get; set; } = new("https://api.cegos.fr/connect/token");

    /// <summary>Gets or sets the tokens that <see cref="IApi.AuthenticateAsync"/> asks for; others are asked for on first use.</summary>
    public IReadOnlyList<CegosScope> Scopes { get; set; } = new[] { CegosScope.Catalog };
}

/// <summary>Specifies what a Cegos token is for: each part of the API has its own host and its own token.</summary>
public enum CegosScope
{
    /// <summary>The catalogue (<c>api-cegos</c>).</summary>
    Catalog,

    /// <summary>Leads, registrations and deferrals (<c>api-registration</c>), granted on explicit authorisation.</summary>
    Registration,
}
