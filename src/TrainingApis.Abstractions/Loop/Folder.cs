namespace TrainingApis.Loop;

/// <summary>
/// Represents a client file of an accounting firm to which an application key has access (<c>https://developers.cegid.com</c>, Loop,
/// collaborative offers).
/// </summary>
public sealed class Folder
{
    /// <summary>
    /// Gets or sets the code of the client file, such as <c>MANON001</c>; <c>codeIbs</c> in the API. It is inferred that this is the
    /// <c>codeDossier</c> of the changes.
    /// </summary>
    public string CodeDossier { get; set; } = string.Empty;

    /// <summary>Gets or sets the ID of the client file in Loop, a GUID.</summary>
    public string? ObjectId { get; set; }

    /// <summary>Gets or sets the last name of the client; <c>nom</c> in the API, often empty.</summary>
    public string? LastName { get; set; }

    /// <summary>Gets or sets the first name of the client; <c>prenom</c> in the API, often empty.</summary>
    public string? FirstName { get; set; }

    /// <summary>Gets or sets the usual name; <c>nomUsuel</c> in the API.</summary>
    public string? UsualName { get; set; }

    /// <summary>Gets or sets the name of the company; <c>raisonSociale</c> in the API.</summary>
    public string? CompanyName { get; set; }

    /// <summary>Gets or sets the account that owns the client file; <c>maitreDossier</c> in the API.</summary>
    public string? Owner { get; set; }

    /// <summary>Gets or sets the ID of the account that owns the client file, a GUID; <c>maitreDossierId</c> in the API.</summary>
    public string? OwnerId { get; set; }

    /// <summary>Gets or sets the account that manages the engagement.</summary>
    public string? EngagementManager { get; set; }

    /// <summary>Gets or sets the ID of the account that manages the engagement, a GUID.</summary>
    public string? EngagementManagerId { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>Gets the code of the client file.</summary>
    public override string ToString() => CodeDossier;
}
