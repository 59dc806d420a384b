namespace TrainingApis.Loop;

/// <summary>Represents an offer to add to a client file, or to remove from it.</summary>
public sealed class FolderOffer
{
    /// <summary>Gets or sets the file's code.</summary>
    [WireName("codeDossier", WireFormat.Id)]
    public string CodeDossier { get; set; } = string.Empty;

    /// <summary>Gets or sets the offer.</summary>
    [WireName("offre")]
    public Offer Offer { get; set; }
}

/// <summary>Represents an offer to add to one contact of a client file, or to remove from them.</summary>
public sealed class ContactOffer
{
    /// <summary>Gets or sets the contact's e-mail address.</summary>
    [WireName("email", WireFormat.Id)]
    public string Email { get; set; } = string.Empty;

    /// <summary>Gets or sets the file's code.</summary>
    [WireName("codeDossier", WireFormat.Id)]
    public string CodeDossier { get; set; } = string.Empty;

    /// <summary>Gets or sets the offer.</summary>
    [WireName("offre")]
    public Offer Offer { get; set; }
}

/// <summary>Represents the provisioning of a client file. What is null is not sent.</summary>
public sealed class FolderProvisioning
{
    /// <summary>Gets or sets the file's code.</summary>
    [WireName("codeDossier", WireFormat.Id)]
    public string CodeDossier { get; set; } = string.Empty;

    /// <summary>Gets or sets the offer. The documents show the request with and without it.</summary>
    [WireName("offre")]
    public Offer? Offer { get; set; }
}

/// <summary>Represents a collaborative offer, as LoopHub shows it: Collaboratif TPE – Offre Start, Co-production or Consultation.</summary>
public enum Offer
{
    /// <summary><c>start</c> in the API.</summary>
    [WireName("start")]
    Start,

    /// <summary><c>co-production</c> in the API.</summary>
    [WireName("co-production")]
    CoProduction,

    /// <summary><c>consultation</c> in the API.</summary>
    [WireName("consultation")]
    Consultation,
}
