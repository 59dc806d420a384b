namespace TrainingApis.Resamania;

/// <summary>
/// A transfer of a prospect that the contact agrees to with a code
/// (<c>https://doc.resamania.com/en/multiclubs/transfer-a-prospect.html</c>).
/// </summary>
public sealed class Transfer
{
    /// <summary>The transfer, its identity: the IRI of a signature request, <c>/demoapi/signature_requests/455434</c>.</summary>
    public string? TransferId { get; set; }

    /// <summary>The contact, as IRI; known where it was requested.</summary>
    public string? ContactId { get; set; }

    /// <summary>The club to transfer it to, as IRI; known where it was requested.</summary>
    public string? ClubId { get; set; }

    /// <summary>How far it is: requested, confirmed or denied.</summary>
    public TransferStatus Status { get; set; }

    /// <summary>The contact in the new club, as IRI; known once it was confirmed.</summary>
    public string? ResultContactId { get; set; }

    /// <summary>True where an earlier run had done it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Members of the answer that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>The transfer.</summary>
    public override string ToString() => TransferId ?? string.Empty;
}
