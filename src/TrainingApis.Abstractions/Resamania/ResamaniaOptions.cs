using System.Security;

namespace TrainingApis.Resamania;

/// <summary>Specifies the OAuth grant of a connection, which determines for whom it acts.</summary>
public enum ResamaniaGrant
{
    /// <summary>An application. The club and the node are sent as headers (<c>client_credentials</c>).</summary>
    ClientCredentials,

    /// <summary>
    /// One club, which is part of the token request. The club and the node are not sent as headers (<c>http://clubclientcredentials</c>).
    /// </summary>
    Club,
}

/// <summary>Represents the options of a connection to Resamania.</summary>
public sealed class ResamaniaOptions : ConnectionOptions
{
    /// <summary>Gets or sets the base address: the host and the environment segment. The client token follows in each path.</summary>
    public Uri? BaseUri { get; set; }

    /// <summary>Gets or sets the name of the brand in addresses, such as <c>demoapi</c>. It is not a secret.</summary>
    public string ClientToken { get; set; } = string.Empty;

    /// <summary>Gets or sets the ID of the OAuth client.</summary>
    public string ClientId { get; set; } = string.Empty;

    /// <summary>Gets or sets the secret of the OAuth client. The connection keeps a separate copy until it is disposed.</summary>
    public SecureString ClientSecret { get; set; } = new();

    /// <summary>Gets or sets the OAuth grant, which determines for whom the connection acts.</summary>
    public ResamaniaGrant Grant { get; set; }

    /// <summary>Gets or sets the key of the gateway, which is sent with every request; null if there is no gateway.</summary>
    public SecureString? GatewayKey { get; set; }

    /// <summary>
    /// Gets or sets the number or IRI of the club for which the connection acts. The grant <see cref="ResamaniaGrant.Club"/> requires it.
    /// </summary>
    public string? ClubId { get; set; }

    /// <summary>Gets or sets the number or IRI of the network node from which the connection acts. It is for chains.</summary>
    public string? NetworkNodeId { get; set; }

    /// <summary>Gets or sets the ID of the OAuth client that may act as a contact; null for none.</summary>
    public string? ContactClientId { get; set; }

    /// <summary>Gets or sets the secret of the OAuth client that may act as a contact.</summary>
    public SecureString ContactClientSecret { get; set; } = new();
}
