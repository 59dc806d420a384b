namespace TrainingApis.Resamania;

/// <summary>Specifies the outcome of an online registration.</summary>
public enum RegistrationOutcome
{
    /// <summary>No contact had the e-mail address, and a prospect was created.</summary>
    Created,

    /// <summary>A contact of the club already had the e-mail address, and nothing was sent.</summary>
    AlreadyRegistered,

    /// <summary>A prospect of another club had the e-mail address, and was moved.</summary>
    Moved,
}

/// <summary>Represents a person who was registered online. All IDs are IRIs.</summary>
public sealed class OnlineRegistration
{
    /// <summary>Gets or sets the outcome.</summary>
    public RegistrationOutcome Outcome { get; set; }

    /// <summary>Gets or sets the ID of the contact in the club.</summary>
    public string? ContactId { get; set; }

    /// <summary>Gets or sets the ID of the club.</summary>
    public string? ClubId { get; set; }

    /// <summary>
    /// Gets or sets the ID of the prospect that was moved; null if none was moved, or if an earlier run moved it with an unknown outcome.
    /// </summary>
    public string? SourceContactId { get; set; }

    /// <summary>Gets or sets the ID of the sale for the contact; null if none was specified.</summary>
    public string? SaleId { get; set; }

    /// <summary>Gets or sets whether the contact in the sale was refreshed.</summary>
    public bool SaleUpdated { get; set; }

    /// <summary>Gets or sets whether an earlier run with the same journal made the change; nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets the outcome and the ID of the contact.</summary>
    public override string ToString() => $"{Outcome} {ContactId}";
}

/// <summary>Represents the online registration of a person. IDs are numbers or IRIs.</summary>
public sealed class OnlineRegistrationRequest : ContactFields
{
    /// <summary>Gets or sets the ID of the temporary contact into which a prospect of another club is moved; null to create one.</summary>
    [WireName("targetContactId", Collection = "contacts")]
    public string? TargetContactId { get; set; }

    /// <summary>Gets or sets the e-mail address of the temporary contact, if one is created.</summary>
    [WireName("temporaryEmail", WireFormat.Id)]
    public string? TemporaryEmail { get; set; }

    /// <summary>Gets or sets the ID of the sale whose contact is refreshed after a move; null for none.</summary>
    [WireName("saleId", Collection = "sales")]
    public string? SaleId { get; set; }

    /// <summary>Gets the fields of the contact to create for the registration.</summary>
    /// <param name="email">The e-mail address of the contact.</param>
    /// <param name="state">The state of the contact.</param>
    public ContactFields ToContact(string? email, ContactState state) => new()
    {
        FamilyName = FamilyName,
        GivenName = GivenName,
        Gender = Gender,
        ClubId = ClubId,
        BirthDate = BirthDate,
        Email = email,
        Mobile = Mobile,
        Landline = Landline,
        SourceId = SourceId,
        AddressCountry = AddressCountry,
        AddressLocality = AddressLocality,
        StreetAddress = StreetAddress,
        PostalCode = PostalCode,
        Supplement = Supplement,
        State = state,
        AdditionalFields = AdditionalFields,
    };
}

/// <summary>Represents the planned outcome of an online registration, determined without changes.</summary>
public sealed class RegistrationPlan
{
    /// <summary>Gets or sets the planned outcome.</summary>
    public RegistrationOutcome Outcome { get; set; }

    /// <summary>Gets or sets the IRI of the club; null if neither the registration nor the connection specifies one.</summary>
    public string? ClubId { get; set; }

    /// <summary>
    /// Gets or sets the contact that has the e-mail address: the contact of the club, or the prospect to move; null if there is none.
    /// </summary>
    public Contact? Contact { get; set; }
}
