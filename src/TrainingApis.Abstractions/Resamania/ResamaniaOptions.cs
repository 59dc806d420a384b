using System.Security;

namespace TrainingApis.Resamania;

/// <summary>Specifies as whom a connection acts.</summary>
public enum ResamaniaGrant
{
    /// <summary>An application; club and node travel as headers (<c>client_credentials</c>).</summary>
    ClientCredentials,

    /// <summary>One club, which goes into the token request; no headers (<c>http://clubclientcredentials</c>).</summary>
    Club,
}

/// <summary>Represents how to reach Resamania, and as whom.</summary>
public sealed class ResamaniaOptions : ConnectionOptions
{
    /// <summary>Gets or sets host and environment segment; the client token follows in each path.</summary>
    public Uri? BaseUri { get; set; }

    /// <summary>Gets or sets the brand's name in addresses, such as <c>demoapi</c>. It is not a secret.</summary>
    public string ClientToken { get; set; } = string.Empty;

    /// <summary>Gets or sets the OAuth client's id.</summary>
    public string ClientId { get; set; } = string.Empty;

    /// <summary>Gets or sets the OAuth client's secret; the connection keeps a copy of its own until it is disposed.</summary>
    public SecureString ClientSecret { get; set; } = new();

    /// <summary>Gets or sets whom the connection acts as.</summary>
    public ResamaniaGrant Grant { get; set; }

    /// <summary>Gets or sets the gateway's key, sent with every request; null where there is no gateway.</summary>
    public SecureString? GatewayKey { get; set; }

    /// <summary>Gets or sets the club for which it acts, as number or IRI; the grant <see cref="ResamaniaGrant.Club"/> needs it.</summary>
    public string? ClubId { get; set; }

    /// <summary>Gets or sets the network node from which it acts, as number or IRI; for chains.</summary>
    public string? NetworkNodeId { get; set; }

    /// <summary>Gets or sets the id of the OAuth client that may act as a contact; null for none.</summary>
    public string? ContactClientId { get; set; }

    /// <summary>Gets or sets its secret.</summary>
    public SecureString ContactClientSecret { get; set; } = new();
}
