namespace TrainingApis.Resamania;

/// <summary>
/// Represents a contact of a club: a prospect, a member or a temporary contact
/// (<c>https://doc.resamania.com/en/contacts/subscription.html</c>). A search in the whole chain returns less data: no e-mail address, no
/// postal address, and only a part of the phone number.
/// </summary>
public sealed class Contact
{
    /// <summary>Gets the ID, which is the last segment of <see cref="Iri"/>.</summary>
    public string Id => ResamaniaIri.IdOf(Iri);

    /// <summary>Gets or sets the IRI of the contact, which is its identity: <c>/demoapi/contacts/2974340</c>.</summary>
    public string Iri { get; set; } = string.Empty;

    /// <summary>Gets or sets the number that is shown to users: <c>C2974340</c>.</summary>
    public string? Number { get; set; }

    /// <summary>Gets or sets the e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Gets or sets the family name.</summary>
    public string? FamilyName { get; set; }

    /// <summary>Gets or sets the given name.</summary>
    public string? GivenName { get; set; }

    /// <summary>Gets or sets the date of birth, without a time.</summary>
    public DateTime? BirthDate { get; set; }

    /// <summary>
    /// Gets or sets the state of the contact, such as <c>temp</c>, <c>prospect</c> or <c>old_client</c>. Other values are possible, but not
    /// documented.
    /// </summary>
    public string? State { get; set; }

    /// <summary>Gets or sets the IRI of the club.</summary>
    public string? ClubId { get; set; }

    /// <summary>Gets or sets the address.</summary>
    public Address? Address { get; set; }

    /// <summary>Gets or sets the gender: <c>male</c>, <c>female</c>, or null if it is not specified.</summary>
    public string? Gender { get; set; }

    /// <summary>Gets or sets the mobile phone number.</summary>
    public string? Mobile { get; set; }

    /// <summary>Gets or sets the landline phone number.</summary>
    public string? Landline { get; set; }

    /// <summary>Gets or sets the phone number, most of which is hidden. Only a search in the whole chain returns it.</summary>
    public string? PartialPhoneNumber { get; set; }

    /// <summary>Gets or sets the IRI of the source of the contact.</summary>
    public string? SourceId { get; set; }

    /// <summary>Gets or sets the IRI of the picture.</summary>
    public string? PictureId { get; set; }

    /// <summary>Gets or sets the tags.</summary>
    public ItemList<string> Tags { get; set; } = ItemList<string>.Empty;

    /// <summary>Gets or sets whether the identity of a parent was checked.</summary>
    public bool? ParentalIdentificationValidated { get; set; }

    /// <summary>Gets or sets the IRI of the first salesperson.</summary>
    public string? InitialSalepersonId { get; set; }

    /// <summary>Gets or sets the local time at which the contact was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>Gets or sets the local time at which the contact was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>Gets or sets whether an earlier run with the same journal made the change; nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>Gets the number, or the ID if there is no number.</summary>
    public override string ToString() => Number ?? Id;
}

/// <summary>Represents a postal address.</summary>
public sealed class Address : NestedObject
{
    /// <summary>Gets or sets the IRI of the address, which is its identity: <c>/demoapi/addresses/14285613</c>.</summary>
    public string? Iri { get; set; }

    /// <summary>Gets or sets the street and number.</summary>
    public string? StreetAddress { get; set; }

    /// <summary>Gets or sets the address line below the street.</summary>
    public string? Supplement { get; set; }

    /// <summary>Gets or sets the postal code, as text.</summary>
    public string? PostalCode { get; set; }

    /// <summary>Gets or sets the city.</summary>
    public string? AddressLocality { get; set; }

    /// <summary>Gets or sets the name of the country.</summary>
    public string? AddressCountry { get; set; }

    /// <summary>Gets or sets the code of the country, such as <c>FR</c>.</summary>
    public string? AddressCountryIso { get; set; }

    /// <summary>Gets the address on one line: <c>52 chemin du test, 83390 Toulon, France</c>.</summary>
    public override string ToString() => string.Join(", ",
        new[] { StreetAddress, Supplement, $"{PostalCode} {AddressLocality}".Trim(), AddressCountry }.Where(part =>
            !string.IsNullOrWhiteSpace(part)));
}
