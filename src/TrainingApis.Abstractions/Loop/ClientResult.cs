namespace TrainingApis.Loop;

/// <summary>Represents an added or changed contact of a client file.</summary>
public sealed class ClientResult
{
    /// <summary>Gets or sets the e-mail address of the contact, which is its identity.</summary>
    public string? Email { get; set; }

    /// <summary>Gets or sets the code of the client file.</summary>
    public string? CodeDossier { get; set; }

    /// <summary>Gets or sets the ID of the contact, a GUID; null if Loop returned only a sentence.</summary>
    public string? ContactObjectId { get; set; }

    /// <summary>Gets or sets the ID of the client user of the contact, a GUID; null if Loop did not return it.</summary>
    public string? UserObjectId { get; set; }

    /// <summary>Gets or sets the row version of the contact, in hexadecimal, as Loop writes it.</summary>
    public string? RevisionId { get; set; }

    /// <summary>Gets or sets the message of Loop, in French; null if there is none.</summary>
    public string? Message { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know, such as <c>user.revisionId</c>.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = [];

    /// <summary>Gets or sets whether an earlier run with the same journal made the change; nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets the e-mail address.</summary>
    public override string ToString() => Email ?? string.Empty;
}

/// <summary>Represents an offer that was added to a client file or removed from it.</summary>
public sealed class OfferResult
{
    /// <summary>Gets or sets the code of the client file.</summary>
    public string? CodeDossier { get; set; }

    /// <summary>Gets or sets the offer.</summary>
    public Offer? Offer { get; set; }

    /// <summary>Gets or sets the message of Loop, in French; null if there is none.</summary>
    public string? Message { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know, such as <c>user.revisionId</c>.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = [];

    /// <summary>Gets or sets whether an earlier run with the same journal made the change; nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets the code of the client file and the offer.</summary>
    public override string ToString() => $"{CodeDossier} {Offer}";
}

/// <summary>Represents a provisioned client file.</summary>
public sealed class OperationResult
{
    /// <summary>Gets or sets the code of the client file.</summary>
    public string? CodeDossier { get; set; }

    /// <summary>Gets or sets the message of Loop, in French; null if there is none.</summary>
    public string? Message { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know, such as <c>user.revisionId</c>.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = [];

    /// <summary>Gets or sets whether an earlier run with the same journal made the change; nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets the code of the client file.</summary>
    public override string ToString() => CodeDossier ?? string.Empty;
}
