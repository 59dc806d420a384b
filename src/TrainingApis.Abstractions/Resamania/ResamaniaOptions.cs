using System.Security;

namespace TrainingApis.Resamania;

/// <summary>How to reach Resamania, and as whom.</summary>
public sealed class ResamaniaOptions : ConnectionOptions
{
    /// <summary>Host and environment segment; the client token follows in each path.</summary>
    public Uri? BaseUri { get; set; }

    /// <summary>The brand's name in addresses, such as <c>demoapi</c>. It is no secret.</summary>
    public string ClientToken { get; set; } = string.Empty;

    /// <summary>The OAuth client's id.</summary>
    public string ClientId { get; set; } = string.Empty;

    /// <summary>The OAuth client's secret; the connection keeps a copy of its own until it is disposed.</summary>
    public SecureString ClientSecret { get; set; } = new();

    /// <summary>As whom it acts.</summary>
    public ResamaniaGrant Grant { get; set; }

    /// <summary>The gateway's key, sent with every call; null where there is no gateway.</summary>
    public SecureString? GatewayKey { get; set; }

    /// <summary>The club for which it acts, as number or IRI; the grant <see cref="ResamaniaGrant.Club"/> needs it.</summary>
    public string? ClubId { get; set; }

    /// <summary>The network node from which it acts, as number or IRI; for chains.</summary>
    public string? NetworkNodeId { get; set; }

    /// <summary>The id of the OAuth client that may act as a contact; null for none.</summary>
    public string? ContactClientId { get; set; }

    /// <summary>Its secret.</summary>
    public SecureString ContactClientSecret { get; set; } = new();
}
