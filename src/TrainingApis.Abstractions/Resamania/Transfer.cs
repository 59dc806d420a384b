namespace TrainingApis.Resamania;

/// <summary>Specifies the status of a transfer.</summary>
public enum TransferStatus
{
    /// <summary>The contact received a code.</summary>
    Requested,

    /// <summary>The transfer was confirmed with the code.</summary>
    Confirmed,

    /// <summary>The transfer was cancelled.</summary>
    Denied,
}

/// <summary>
/// Represents a transfer of a prospect, which the contact confirms with a code
/// (<c>https://doc.resamania.com/en/multiclubs/transfer-a-prospect.html</c>).
/// </summary>
public sealed class Transfer
{
    /// <summary>
    /// Gets or sets the identity of the transfer, which is the IRI of a signature request: <c>/demoapi/signature_requests/455434</c>.
    /// </summary>
    public string? TransferId { get; set; }

    /// <summary>Gets or sets the IRI of the contact. Only the result of a transfer request contains it.</summary>
    public string? ContactId { get; set; }

    /// <summary>
    /// Gets or sets the IRI of the club to which the contact is transferred. Only the result of a transfer request contains it.
    /// </summary>
    public string? ClubId { get; set; }

    /// <summary>Gets or sets the status.</summary>
    public TransferStatus Status { get; set; }

    /// <summary>Gets or sets the IRI of the contact in the new club, which is known after the confirmation.</summary>
    public string? ResultContactId { get; set; }

    /// <summary>Gets or sets whether an earlier run with the same journal made the change; nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>Gets the IRI of the transfer.</summary>
    public override string ToString() => TransferId ?? string.Empty;
}

/// <summary>Represents the request for a transfer of a contact to a club. IDs are numbers or IRIs.</summary>
public sealed class TransferRequest
{
    /// <summary>Gets or sets the ID of the club to which the contact is transferred.</summary>
    [WireName("clubId", Collection = "clubs")]
    public string ClubId { get; set; } = string.Empty;

    /// <summary>Gets or sets the ID of the contact.</summary>
    [WireName("contactId", Collection = "contacts")]
    public string ContactId { get; set; } = string.Empty;
}

/// <summary>Represents the confirmation of a transfer with the code of the contact.</summary>
public sealed class TransferConfirmation
{
    /// <summary>Gets or sets the ID of the transfer: the number or IRI of its signature request.</summary>
    [WireName("id", InPath = true, Collection = "signature_requests")]
    public string TransferId { get; set; } = string.Empty;

    /// <summary>Gets the Resamania transition for a confirmation.</summary>
    [WireName("transition")]
    public string Transition => "validate";

    /// <summary>Gets or sets the code that the contact received.</summary>
    [WireName("code", WireFormat.Id)]
    public string? Code { get; set; }
}

/// <summary>Represents the cancellation of a transfer.</summary>
public sealed class TransferDenial
{
    /// <summary>Gets or sets the ID of the transfer: the number or IRI of its signature request.</summary>
    [WireName("id", InPath = true, Collection = "signature_requests")]
    public string TransferId { get; set; } = string.Empty;

    /// <summary>Gets the Resamania transition for a cancellation.</summary>
    [WireName("transition")]
    public string Transition => "cancel";

    /// <summary>Gets or sets the code that the contact received; null for none.</summary>
    [WireName("code", WireFormat.Id)]
    public string? Code { get; set; }
}

/// <summary>Represents a source of contacts to create.</summary>
public sealed class NewSource
{
    /// <summary>Gets or sets the name.</summary>
    [WireName("name")]
    public string Name { get; set; } = string.Empty;
}
