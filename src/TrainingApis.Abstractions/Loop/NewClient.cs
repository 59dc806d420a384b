namespace TrainingApis.Loop;

/// <summary>
/// Represents a contact to add to a client file, with its client user and an offer. Properties that are null are not sent. The required
/// fields are not documented.
/// </summary>
public sealed class NewClient
{
    /// <summary>Gets or sets the e-mail address of the contact.</summary>
    [WireName("email", WireFormat.Id)]
    public string Email { get; set; } = string.Empty;

    /// <summary>Gets or sets the code of the client file.</summary>
    [WireName("codeDossier", WireFormat.Id)]
    public string CodeDossier { get; set; } = string.Empty;

    /// <summary>Gets or sets the offer to add.</summary>
    [WireName("offre")]
    public Offer Offer { get; set; }

    /// <summary>Gets or sets the last name.</summary>
    [WireName("nom")]
    public string? LastName { get; set; }

    /// <summary>Gets or sets the first name.</summary>
    [WireName("prenom")]
    public string? FirstName { get; set; }

    /// <summary>Gets or sets the phone number. The Loop sample contains the French national format.</summary>
    [WireName("telephone")]
    public string? Phone { get; set; }

    /// <summary>Gets or sets the profile. The Loop sample contains <c>2.0</c>; its meaning is not documented.</summary>
    [WireName("profile")]
    public string? Profile { get; set; }

    /// <summary>Gets or sets a flag whose meaning is not documented.</summary>
    [WireName("social")]
    public bool? Social { get; set; }
}

/// <summary>Represents a change of a contact. Properties that are null are not sent, and remain unchanged.</summary>
public sealed class ClientChange
{
    /// <summary>Gets or sets the e-mail address of the contact to change.</summary>
    [WireName("email", WireFormat.Id)]
    public string Email { get; set; } = string.Empty;

    /// <summary>Gets or sets the code of the client file.</summary>
    [WireName("codeDossier", WireFormat.Id)]
    public string CodeDossier { get; set; } = string.Empty;

    /// <summary>Gets or sets the offer to add.</summary>
    [WireName("offre")]
    public Offer? Offer { get; set; }

    /// <summary>Gets or sets the last name.</summary>
    [WireName("nom")]
    public string? LastName { get; set; }

    /// <summary>Gets or sets the first name.</summary>
    [WireName("prenom")]
    public string? FirstName { get; set; }

    /// <summary>Gets or sets the phone number. The Loop sample contains the French national format.</summary>
    [WireName("telephone")]
    public string? Phone { get; set; }

    /// <summary>Gets or sets the profile. The Loop sample contains <c>2.0</c>; its meaning is not documented.</summary>
    [WireName("profile")]
    public string? Profile { get; set; }

    /// <summary>Gets or sets a flag whose meaning is not documented.</summary>
    [WireName("social")]
    public bool? Social { get; set; }

    /// <summary>Gets or sets whether the contact is active.</summary>
    [WireName("actif")]
    public bool? Active { get; set; }

    /// <summary>Gets or sets a flag of the Loop model whose meaning is not documented.</summary>
    [WireName("defaultIssuer")]
    public bool? DefaultIssuer { get; set; }
}
