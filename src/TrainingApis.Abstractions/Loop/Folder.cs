namespace TrainingApis.Loop;

/// <summary>Represents a client file of an accounting firm that an application key may see (<c>https://developers.cegid.com</c>, Loop,
/// collaborative offers).</summary>
public sealed class Folder
{
    /// <summary>The file's code, <c>MANON001</c>; <c>codeIbs</c> in the API. That it is the <c>codeDossier</c> of the changes is
    /// inferred.</summary>
    public string CodeDossier { get; set; } = string.Empty;

    /// <summary>Gets or sets the vendor's own id, a GUID.</summary>
    public string? ObjectId { get; set; }

    /// <summary>Gets or sets the client's last name; <c>nom</c> in the API, often empty.</summary>
    public string? LastName { get; set; }

    /// <summary>Gets or sets the client's first name; <c>prenom</c> in the API, often empty.</summary>
    public string? FirstName { get; set; }

    /// <summary>Gets or sets the name in use; <c>nomUsuel</c> in the API.</summary>
    public string? UsualName { get; set; }

    /// <summary>Gets or sets the company's name; <c>raisonSociale</c> in the API.</summary>
    public string? CompanyName { get; set; }

    /// <summary>Gets or sets the account that owns the file; <c>maitreDossier</c> in the API.</summary>
    public string? Owner { get; set; }

    /// <summary>Gets or sets that account's id, a GUID; <c>maitreDossierId</c> in the API.</summary>
    public string? OwnerId { get; set; }

    /// <summary>Gets or sets the account that manages the engagement.</summary>
    public string? EngagementManager { get; set; }

    /// <summary>Gets or sets that account's id, a GUID.</summary>
    public string? EngagementManagerId { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>The code.</summary>
    public override string ToString() => CodeDossier;
}
