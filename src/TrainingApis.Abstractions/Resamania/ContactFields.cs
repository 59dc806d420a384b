namespace TrainingApis.Resamania;

/// <summary>Specifies a gender.</summary>
public enum Gender
{
    /// <summary>Male.</summary>
    [WireName("male")]
    Male,

    /// <summary>Female.</summary>
    [WireName("female")]
    Female,
}

/// <summary>Specifies a state that can be set for a contact.</summary>
public enum ContactState
{
    /// <summary>A person who may become a member.</summary>
    [WireName("prospect")]
    Prospect,

    /// <summary>A temporary contact into which a prospect of another club is moved.</summary>
    [WireName("temp")]
    Temp,
}

/// <summary>
/// Represents the fields of a contact to create. Properties that are null are not sent, unless <see cref="Cleared"/> contains their name.
/// </summary>
public class ContactFields : IClearingRequest
{
    /// <summary>Gets or sets the family name.</summary>
    [WireName("familyName")]
    public string? FamilyName { get; set; }

    /// <summary>Gets or sets the given name.</summary>
    [WireName("givenName")]
    public string? GivenName { get; set; }

    /// <summary>Gets or sets the gender.</summary>
    [WireName("gender")]
    public Gender? Gender { get; set; }

    /// <summary>Gets or sets the number or IRI of the club.</summary>
    [WireName("clubId", Collection = "clubs")]
    public string? ClubId { get; set; }

    /// <summary>Gets or sets the date of birth. Only the date is sent; the time and the kind are ignored.</summary>
    [WireName("birthDate", WireFormat.Date)]
    public DateTime? BirthDate { get; set; }

    /// <summary>Gets or sets the e-mail address, which is unique in the whole chain.</summary>
    [WireName("email", WireFormat.Id)]
    public string? Email { get; set; }

    /// <summary>Gets or sets the mobile phone number.</summary>
    [WireName("mobile")]
    public string? Mobile { get; set; }

    /// <summary>Gets or sets the landline phone number.</summary>
    [WireName("landline")]
    public string? Landline { get; set; }

    /// <summary>Gets or sets the number or IRI of the source of the contact.</summary>
    [WireName("sourceId", Collection = "referentials/sources")]
    public string? SourceId { get; set; }

    /// <summary>Gets or sets the name of the country.</summary>
    [WireName("address.addressCountry")]
    public string? AddressCountry { get; set; }

    /// <summary>Gets or sets the city.</summary>
    [WireName("address.addressLocality")]
    public string? AddressLocality { get; set; }

    /// <summary>Gets or sets the street and number.</summary>
    [WireName("address.streetAddress")]
    public string? StreetAddress { get; set; }

    /// <summary>Gets or sets the postal code.</summary>
    [WireName("address.postalCode")]
    public string? PostalCode { get; set; }

    /// <summary>Gets or sets the address line below the street.</summary>
    [WireName("address.supplement")]
    public string? Supplement { get; set; }

    /// <summary>Gets or sets the state; null for the default of Resamania, which is a prospect.</summary>
    [WireName("state")]
    public ContactState? State { get; set; }

    /// <summary>Gets or sets the fields that a brand requires in addition to the documented ones, by wire name.</summary>
    [WireName("*", WireFormat.Members)]
    public IReadOnlyDictionary<string, object?>? AdditionalFields { get; set; }

    /// <summary>Gets or sets the names of the properties to clear, which are sent as null.</summary>
    public ItemList<string> Cleared { get; set; } = ItemList<string>.Empty;

    /// <inheritdoc/>
    IReadOnlyCollection<string> IClearingRequest.Cleared => Cleared;
}

/// <summary>Represents a change of a contact. Only properties that are set or cleared are sent.</summary>
public sealed class ContactChange : ContactFields
{
    /// <summary>Gets or sets the number or IRI of the contact.</summary>
    [WireName("id", InPath = true, Collection = "contacts")]
    public string ContactId { get; set; } = string.Empty;
}
