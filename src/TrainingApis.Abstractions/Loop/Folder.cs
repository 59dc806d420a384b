namespace TrainingApis.Loop;

/// <summary>A client file of an accounting firm that an application key may see (<c>https://developers.cegid.com</c>, Loop, collaborative
/// offers).</summary>
public sealed class Folder
{
    /// <summary>The file's code, <c>MANON001</c>; <c>codeIbs</c> on the wire. That it is the <c>codeDossier</c> of the changes is
    /// inferred.</summary>
    public string CodeDossier { get; set; } = string.Empty;

    /// <summary>The vendor's own id, a GUID.</summary>
    public string? ObjectId { get; set; }

    /// <summary>The client's last name; <c>nom</c> on the wire, often empty.</summary>
    public string? LastName { get; set; }

    /// <summary>The client's first name; <c>prenom</c> on the wire, often empty.</summary>
    public string? FirstName { get; set; }

    /// <summary>The name in use; <c>nomUsuel</c> on the wire.</summary>
    public string? UsualName { get; set; }

    /// <summary>The company's name; <c>raisonSociale</c> on the wire.</summary>
    public string? CompanyName { get; set; }

    /// <summary>The account that owns the file; <c>maitreDossier</c> on the wire.</summary>
    public string? Owner { get; set; }

    /// <summary>That account's id, a GUID; <c>maitreDossierId</c> on the wire.</summary>
    public string? OwnerId { get; set; }

    /// <summary>The account that manages the engagement.</summary>
    public string? EngagementManager { get; set; }

    /// <summary>That account's id, a GUID.</summary>
    public string? EngagementManagerId { get; set; }

    /// <summary>Members of the answer that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>The code.</summary>
    public override string ToString() => CodeDossier;
}
