namespace TrainingApis.Loop;

/// <summary>Represents a contact to add to a client file, with its client user and an offer. What is null is not sent. Which fields are
/// required is not documented.</summary>
public sealed class NewClient
{
    /// <summary>Gets or sets the contact's e-mail address.</summary>
    [WireName("email", WireFormat.Id)]
    public string Email { get; set; } = string.Empty;

    /// <summary>Gets or sets the file's code.</summary>
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

    /// <summary>Gets or sets the phone number; French national form in the vendor's sample.</summary>
    [WireName("telephone")]
    public string? Phone { get; set; }

    /// <summary>Gets or sets the profile. The vendor's sample has <c>2.0</c>; its meaning is not documented.</summary>
    [WireName("profile")]
    public string? Profile { get; set; }

    /// <summary>Gets or sets a flag whose meaning is not documented.</summary>
    [WireName("social")]
    public bool? Social { get; set; }
}

/// <summary>Represents a change of a contact. What is null is not sent, and stays as it is.</summary>
public sealed class ClientChange
{
    /// <summary>Gets or sets the contact's e-mail address, which says whom to change.</summary>
    [WireName("email", WireFormat.Id)]
    public string Email { get; set; } = string.Empty;

    /// <summary>Gets or sets the file's code.</summary>
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

    /// <summary>Gets or sets the phone number; French national form in the vendor's sample.</summary>
    [WireName("telephone")]
    public string? Phone { get; set; }

    /// <summary>Gets or sets the profile. The vendor's sample has <c>2.0</c>; its meaning is not documented.</summary>
    [WireName("profile")]
    public string? Profile { get; set; }

    /// <summary>Gets or sets a flag whose meaning is not documented.</summary>
    [WireName("social")]
    public bool? Social { get; set; }

    /// <summary>Gets or sets whether the contact is active.</summary>
    [WireName("actif")]
    public bool? Active { get; set; }

    /// <summary>Gets or sets a flag of the vendor's model whose meaning is not documented.</summary>
    [WireName("defaultIssuer")]
    public bool? DefaultIssuer { get; set; }
}
