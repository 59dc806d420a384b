namespace TrainingApis.Loop;

/// <summary>What to change of a contact. What is null is not sent, and stays as it is.</summary>
public sealed class ClientChange
{
    /// <summary>The contact's e-mail address, which says whom to change.</summary>
    public string Email { get; set; } = string.Empty;

    /// <summary>The file's code.</summary>
    public string CodeDossier { get; set; } = string.Empty;

    /// <summary>The offer to give.</summary>
    public Offer? Offer { get; set; }

    /// <summary>Last name.</summary>
    public string? LastName { get; set; }

    /// <summary>First name.</summary>
    public string? FirstName { get; set; }

    /// <summary>Phone number; French national form in the vendor's sample.</summary>
    public string? Phone { get; set; }

    /// <summary>The vendor's sample has <c>2.0</c>; what it means is not documented.</summary>
    public string? Profile { get; set; }

    /// <summary>What it means is not documented.</summary>
    public bool? Social { get; set; }

    /// <summary>Whether the contact is active.</summary>
    public bool? Active { get; set; }

    /// <summary>In the vendor's model, but what it means is not documented.</summary>
    public bool? DefaultIssuer { get; set; }
}
