namespace TrainingApis.Loop;

/// <summary>Represents an offer to add to a client file or to remove from it.</summary>
public sealed class FolderOffer
{
    /// <summary>Gets or sets the code of the client file.</summary>
    [WireName("codeDossier", WireFormat.Id)]
    public string CodeDossier { get; set; } = string.Empty;

    /// <summary>Gets or sets the offer.</summary>
    [WireName("offre")]
    public Offer Offer { get; set; }
}

/// <summary>Represents an offer to add to one contact of a client file or to remove from this contact.</summary>
public sealed class ContactOffer
{
    /// <summary>Gets or sets the e-mail address of the contact.</summary>
    [WireName("email", WireFormat.Id)]
    public string Email { get; set; } = string.Empty;

    /// <summary>Gets or sets the code of the client file.</summary>
    [WireName("codeDossier", WireFormat.Id)]
    public string CodeDossier { get; set; } = string.Empty;

    /// <summary>Gets or sets the offer.</summary>
    [WireName("offre")]
    public Offer Offer { get; set; }
}

/// <summary>Represents the provisioning of a client file. Properties that are null are not sent.</summary>
public sealed class FolderProvisioning
{
    /// <summary>Gets or sets the code of the client file.</summary>
    [WireName("codeDossier", WireFormat.Id)]
    public string CodeDossier { get; set; } = string.Empty;

    /// <summary>Gets or sets the offer. The Loop documents show the request with and without it.</summary>
    [WireName("offre")]
    public Offer? Offer { get; set; }
}

/// <summary>Specifies a collaborative offer. LoopHub shows it as Collaboratif TPE – Offre Start, Co-production or Consultation.</summary>
public enum Offer
{
    /// <summary>The offer Start; <c>start</c> in the API.</summary>
    [WireName("start")]
    Start,

    /// <summary>The offer Co-production; <c>co-production</c> in the API.</summary>
    [WireName("co-production")]
    CoProduction,

    /// <summary>The offer Consultation; <c>consultation</c> in the API.</summary>
    [WireName("consultation")]
    Consultation,
}
