namespace TrainingApis.Loop;

/// <summary>What to change of a contact. What is null is not sent, and stays as it is.</summary>
public sealed class ClientChange
{
    /// <summary>The contact's e-mail address, which says whom to change.</summary>
    [WireName("email", WireFormat.Id)]
    public string Email { get; set; } = string.Empty;

    /// <summary>The file's code.</summary>
    [WireName("codeDossier", WireFormat.Id)]
    public string CodeDossier { get; set; } = string.Empty;

    /// <summary>The offer to give.</summary>
    [WireName("offre")]
    public Offer? Offer { get; set; }

    /// <summary>Last name.</summary>
    [WireName("nom")]
    public string? LastName { get; set; }

    /// <summary>First name.</summary>
    [WireName("prenom")]
    public string? FirstName { get; set; }

    /// <summary>Phone number; French national form in the vendor's sample.</summary>
    [WireName("telephone")]
    public string? Phone { get; set; }

    /// <summary>The vendor's sample has <c>2.0</c>; what it means is not documented.</summary>
    [WireName("profile")]
    public string? Profile { get; set; }

    /// <summary>What it means is not documented.</summary>
    [WireName("social")]
    public bool? Social { get; set; }

    /// <summary>Whether the contact is active.</summary>
    [WireName("actif")]
    public bool? Active { get; set; }

    /// <summary>In the vendor's model, but what it means is not documented.</summary>
    [WireName("defaultIssuer")]
    public bool? DefaultIssuer { get; set; }
}
