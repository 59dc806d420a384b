namespace TrainingApis.Resamania;

/// <summary>Specifies the status of a transfer.</summary>
public enum TransferStatus
{
    /// <summary>The contact received a code.</summary>
    Requested,

    /// <summary>The code was given.</summary>
    Confirmed,

    /// <summary>It was cancelled.</summary>
    Denied,
}

/// <summary>
/// Represents a transfer of a prospect that the contact agrees to with a code
/// (<c>https://doc.resamania.com/en/multiclubs/transfer-a-prospect.html</c>).
/// </summary>
public sealed class Transfer
{
    /// <summary>Gets or sets the transfer, its identity: the IRI of a signature request,
    /// <c>/demoapi/signature_requests/455434</c>.</summary>
    public string? TransferId { get; set; }

    /// <summary>Gets or sets the contact, as IRI; known where it was requested.</summary>
    public string? ContactId { get; set; }

    /// <summary>Gets or sets the club to transfer it to, as IRI; known where it was requested.</summary>
    public string? ClubId { get; set; }

    /// <summary>Gets or sets how far it is.</summary>
    public TransferStatus Status { get; set; }

    /// <summary>Gets or sets the contact in the new club, as IRI; known once it was confirmed.</summary>
    public string? ResultContactId { get; set; }

    /// <summary>Gets or sets whether an earlier run did it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>Gets the transfer.</summary>
    public override string ToString() => TransferId ?? string.Empty;
}

/// <summary>Represents the request for a transfer of a contact to a club. Ids are numbers or IRIs.</summary>
public sealed class TransferRequest
{
    /// <summary>Gets or sets the club to transfer it to.</summary>
    [WireName("clubId", Collection = "clubs")]
    public string ClubId { get; set; } = string.Empty;

    /// <summary>Gets or sets the contact.</summary>
    [WireName("contactId", Collection = "contacts")]
    public string ContactId { get; set; } = string.Empty;
}

/// <summary>Represents the confirmation of a transfer with the contact's code.</summary>
public sealed class TransferConfirmation
{
    /// <summary>Gets or sets the transfer, as number or IRI of its signature request.</summary>
    [WireName("id", InPath = true, Collection = "signature_requests")]
    public string TransferId { get; set; } = string.Empty;

    /// <summary>Gets the vendor's word for a confirmation.</summary>
    [WireName("transition")]
    public string Transition => "validate";

    /// <summary>Gets or sets the code that the contact received.</summary>
    [WireName("code", WireFormat.Id)]
    public string? Code { get; set; }
}

/// <summary>Represents the cancellation of a transfer.</summary>
public sealed class TransferDenial
{
    /// <summary>Gets or sets the transfer, as number or IRI of its signature request.</summary>
    [WireName("id", InPath = true, Collection = "signature_requests")]
    public string TransferId { get; set; } = string.Empty;

    /// <summary>Gets the vendor's word for a cancellation.</summary>
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
