namespace TrainingApis.Loop;

/// <summary>A contact of a client file that was added or changed.</summary>
public sealed class ClientResult
{
    /// <summary>The contact's e-mail address, which is its identity.</summary>
    public string? Email { get; set; }

    /// <summary>The file's code.</summary>
    public string? CodeDossier { get; set; }

    /// <summary>The contact's id, a GUID; null where the vendor answered with a sentence only.</summary>
    public string? ContactObjectId { get; set; }

    /// <summary>The id of the contact's client user, a GUID; null where the vendor did not say it.</summary>
    public string? UserObjectId { get; set; }

    /// <summary>The contact's row version, hexadecimal, as the vendor writes it.</summary>
    public string? RevisionId { get; set; }

    /// <summary>The vendor's sentence, in French, if any.</summary>
    public string? Message { get; set; }

    /// <summary>True where an earlier run had done it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>The e-mail address.</summary>
    public override string ToString() => Email ?? string.Empty;
}
