namespace TrainingApis.Resamania;

/// <summary>
/// Represents a person that clubs know: prospect, member or temporary (<c>https://doc.resamania.com/en/contacts/subscription.html</c>).
/// A search of the whole chain shows less of it: no e-mail, no address, the phone number in part.
/// </summary>
public sealed class Contact
{
    /// <summary>Gets the id: the last segment of <see cref="Iri"/>.</summary>
    public string Id => ResamaniaIri.IdOf(Iri);

    /// <summary>Gets or sets the contact, its identity: <c>/demoapi/contacts/2974340</c>.</summary>
    public string Iri { get; set; } = string.Empty;

    /// <summary>Gets or sets the number that people see: <c>C2974340</c>.</summary>
    public string? Number { get; set; }

    /// <summary>Gets or sets the e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Gets or sets the family name.</summary>
    public string? FamilyName { get; set; }

    /// <summary>Gets or sets the given name.</summary>
    public string? GivenName { get; set; }

    /// <summary>Gets or sets the date of birth, without a time.</summary>
    public DateTime? BirthDate { get; set; }

    /// <summary>Gets or sets where the person stands: <c>temp</c>, <c>prospect</c>, <c>old_client</c>, and others that are not
    /// documented.</summary>
    public string? State { get; set; }

    /// <summary>Gets or sets the club, as IRI.</summary>
    public string? ClubId { get; set; }

    /// <summary>Gets or sets the address.</summary>
    public Address? Address { get; set; }

    /// <summary>Gets or sets the gender: <c>male</c>, <c>female</c>, or nothing.</summary>
    public string? Gender { get; set; }

    /// <summary>Gets or sets the mobile phone number.</summary>
    public string? Mobile { get; set; }

    /// <summary>Gets or sets the phone number at home.</summary>
    public string? Landline { get; set; }

    /// <summary>Gets or sets the phone number, most of it hidden; from a search of the chain only.</summary>
    public string? PartialPhoneNumber { get; set; }

    /// <summary>Gets or sets where the contact came from, as IRI.</summary>
    public string? SourceId { get; set; }

    /// <summary>Gets or sets the picture, as IRI.</summary>
    public string? PictureId { get; set; }

    /// <summary>Gets or sets the tags.</summary>
    public ItemList<string> Tags { get; set; } = ItemList<string>.Empty;

    /// <summary>Gets or sets whether a parent's identity was checked.</summary>
    public bool? ParentalIdentificationValidated { get; set; }

    /// <summary>Gets or sets the first sales person, as IRI.</summary>
    public string? InitialSalepersonId { get; set; }

    /// <summary>Gets or sets when it was made, wall-clock.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>Gets or sets when it was last changed, wall-clock.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>Gets or sets whether an earlier run had done it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>The number, or the id.</summary>
    public override string ToString() => Number ?? Id;
}

/// <summary>Represents a postal address.</summary>
public sealed class Address : NestedObject
{
    /// <summary>Gets or sets the address, its identity: <c>/demoapi/addresses/14285613</c>.</summary>
    public string? Iri { get; set; }

    /// <summary>Gets or sets the street and number.</summary>
    public string? StreetAddress { get; set; }

    /// <summary>Gets or sets what is written below the street.</summary>
    public string? Supplement { get; set; }

    /// <summary>Gets or sets the postal code, as text.</summary>
    public string? PostalCode { get; set; }

    /// <summary>Gets or sets the city.</summary>
    public string? AddressLocality { get; set; }

    /// <summary>Gets or sets the country's name.</summary>
    public string? AddressCountry { get; set; }

    /// <summary>Gets or sets the country's code, <c>FR</c>.</summary>
    public string? AddressCountryIso { get; set; }

    /// <summary>In one line: <c>52 chemin du test, 83390 Toulon, France</c>.</summary>
    public override string ToString() => string.Join(", ",
        new[] { StreetAddress, Supplement, $"{PostalCode} {AddressLocality}".Trim(), AddressCountry }.Where(part =>
            !string.IsNullOrWhiteSpace(part)));
}
