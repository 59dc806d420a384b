namespace TrainingApis.Resamania;

/// <summary>Specifies what an online registration comes to.</summary>
public enum RegistrationOutcome
{
    /// <summary>Nobody had the e-mail address: a prospect was created.</summary>
    Created,

    /// <summary>A contact of the club has the e-mail address: nothing was sent.</summary>
    AlreadyRegistered,

    /// <summary>A prospect of another club had the e-mail address, and was moved.</summary>
    Moved,
}

/// <summary>Represents a person who was registered online. All ids are IRIs.</summary>
public sealed class OnlineRegistration
{
    /// <summary>Gets or sets what was done.</summary>
    public RegistrationOutcome Outcome { get; set; }

    /// <summary>Gets or sets the contact in the club.</summary>
    public string? ContactId { get; set; }

    /// <summary>Gets or sets the club.</summary>
    public string? ClubId { get; set; }

    /// <summary>Gets or sets the prospect that was moved; null where none was, or where an earlier run moved it and its outcome was
    /// unknown.</summary>
    public string? SourceContactId { get; set; }

    /// <summary>Gets or sets the sale that waits for the contact, where one was given.</summary>
    public string? SaleId { get; set; }

    /// <summary>Gets or sets whether the contact in the sale was refreshed.</summary>
    public bool SaleUpdated { get; set; }

    /// <summary>Gets or sets whether an earlier run did it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets outcome and contact.</summary>
    public override string ToString() => $"{Outcome} {ContactId}";
}

/// <summary>Represents the online registration of a person. Ids are numbers or IRIs.</summary>
public sealed class OnlineRegistrationRequest : ContactFields
{
    /// <summary>Gets or sets the temporary contact that a prospect of another club is moved into; null to create one.</summary>
    [WireName("targetContactId", Collection = "contacts")]
    public string? TargetContactId { get; set; }

    /// <summary>Gets or sets the e-mail address of the temporary contact, where one is created.</summary>
    [WireName("temporaryEmail", WireFormat.Id)]
    public string? TemporaryEmail { get; set; }

    /// <summary>Gets or sets the sale whose contact is refreshed after a move; null for none.</summary>
    [WireName("saleId", Collection = "sales")]
    public string? SaleId { get; set; }

    /// <summary>Gets the contact to create for it.</summary>
    /// <param name="email">Its e-mail address.</param>
    /// <param name="state">Its state.</param>
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

/// <summary>Represents what an online registration comes to, found out by reading.</summary>
public sealed class RegistrationPlan
{
    /// <summary>Gets or sets the outcome to reach.</summary>
    public RegistrationOutcome Outcome { get; set; }

    /// <summary>Gets or sets the club, as IRI; null where neither the registration nor the connection names one.</summary>
    public string? ClubId { get; set; }

    /// <summary>Gets or sets who has the e-mail address: the contact of the club, or the prospect to move; null for nobody.</summary>
    public Contact? Contact { get; set; }
}
