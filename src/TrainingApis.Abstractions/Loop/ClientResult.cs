namespace TrainingApis.Loop;

/// <summary>Represents a contact of a client file that was added or changed.</summary>
public sealed class ClientResult
{
    /// <summary>Gets or sets the contact's e-mail address, which is its identity.</summary>
    public string? Email { get; set; }

    /// <summary>Gets or sets the file's code.</summary>
    public string? CodeDossier { get; set; }

    /// <summary>Gets or sets the contact's id, a GUID; null where the vendor returned a sentence only.</summary>
    public string? ContactObjectId { get; set; }

    /// <summary>Gets or sets the id of the contact's client user, a GUID; null where the vendor did not return it.</summary>
    public string? UserObjectId { get; set; }

    /// <summary>Gets or sets the contact's row version, hexadecimal, as the vendor writes it.</summary>
    public string? RevisionId { get; set; }

    /// <summary>Gets or sets the vendor's sentence, in French, if any.</summary>
    public string? Message { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know, such as <c>user.revisionId</c>.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = [];

    /// <summary>Gets or sets whether an earlier run did it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets the e-mail address.</summary>
    public override string ToString() => Email ?? string.Empty;
}

/// <summary>Represents an offer that was added to a client file, or removed from it.</summary>
public sealed class OfferResult
{
    /// <summary>Gets or sets the file's code.</summary>
    public string? CodeDossier { get; set; }

    /// <summary>Gets or sets the offer.</summary>
    public Offer? Offer { get; set; }

    /// <summary>Gets or sets the vendor's sentence, in French, if any.</summary>
    public string? Message { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know, such as <c>user.revisionId</c>.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = [];

    /// <summary>Gets or sets whether an earlier run did it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets the file's code and the offer.</summary>
    public override string ToString() => $"{CodeDossier} {Offer}";
}

/// <summary>Represents a client file that was provisioned.</summary>
public sealed class OperationResult
{
    /// <summary>Gets or sets the file's code.</summary>
    public string? CodeDossier { get; set; }

    /// <summary>Gets or sets the vendor's sentence, in French, if any.</summary>
    public string? Message { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know, such as <c>user.revisionId</c>.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = [];

    /// <summary>Gets or sets whether an earlier run did it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets the file's code.</summary>
    public override string ToString() => CodeDossier ?? string.Empty;
}
