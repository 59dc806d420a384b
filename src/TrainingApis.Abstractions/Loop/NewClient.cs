namespace TrainingApis.Loop;

/// <summary>A contact to add to a client file, with its client user and an offer. What is null is not sent. Which fields are required is
/// not documented.</summary>
public sealed class NewClient
{
    /// <summary>The contact's e-mail address.</summary>
    public string Email { get; set; } = string.Empty;

    /// <summary>The file's code.</summary>
    public string CodeDossier { get; set; } = string.Empty;

    /// <summary>The offer to give.</summary>
    public Offer Offer { get; set; }

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
}
