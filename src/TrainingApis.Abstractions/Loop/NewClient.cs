namespace TrainingApis.Loop;

/// <summary>A contact to add to a client file, with its client user and an offer. What is null is not sent. Which fields are required is
/// not documented.</summary>
public sealed class NewClient
{
    /// <summary>The contact's e-mail address.</summary>
    [WireName("email", WireFormat.Id)]
    public string Email { get; set; } = string.Empty;

    /// <summary>The file's code.</summary>
    [WireName("codeDossier", WireFormat.Id)]
    public string CodeDossier { get; set; } = string.Empty;

    /// <summary>The offer to give.</summary>
    [WireName("offre")]
    public Offer Offer { get; set; }

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
}
