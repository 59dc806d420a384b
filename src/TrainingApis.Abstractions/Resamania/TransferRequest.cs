namespace TrainingApis.Resamania;

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
