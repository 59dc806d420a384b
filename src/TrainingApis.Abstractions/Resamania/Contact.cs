namespace TrainingApis.Resamania;

/// <summary>
/// A person that clubs know: prospect, member or temporary (<c>https://doc.resamania.com/en/contacts/subscription.html</c>).
/// A search of the whole chain shows less of it: no e-mail, no address, the phone number in part.
/// </summary>
public sealed class Contact
{
    /// <summary>The id: the last segment of <see cref="Iri"/>.</summary>
    public string Id => ResamaniaIri.IdOf(Iri);

    /// <summary>The contact, its identity: <c>/demoapi/contacts/2974340</c>.</summary>
    public string Iri { get; set; } = string.Empty;

    /// <summary>The number that people see: <c>C2974340</c>.</summary>
    public string? Number { get; set; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Family name.</summary>
    public string? FamilyName { get; set; }

    /// <summary>Given name.</summary>
    public string? GivenName { get; set; }

    /// <summary>The date of birth, without a time.</summary>
    public DateTime? BirthDate { get; set; }

    /// <summary>Where the person stands: <c>temp</c>, <c>prospect</c>, <c>old_client</c>, and others that are not documented.</summary>
    public string? State { get; set; }

    /// <summary>The club, as IRI.</summary>
    public string? ClubId { get; set; }

    /// <summary>The address.</summary>
    public Address? Address { get; set; }

    /// <summary><c>male</c>, <c>female</c>, or nothing.</summary>
    public string? Gender { get; set; }

    /// <summary>Mobile phone number.</summary>
    public string? Mobile { get; set; }

    /// <summary>Phone number at home.</summary>
    public string? Landline { get; set; }

    /// <summary>The phone number, most of it hidden; from a search of the chain only.</summary>
    public string? PartialPhoneNumber { get; set; }

    /// <summary>Where the contact came from, as IRI.</summary>
    public string? SourceId { get; set; }

    /// <summary>The picture, as IRI.</summary>
    public string? PictureId { get; set; }

    /// <summary>Tags.</summary>
    public ItemList<string> Tags { get; set; } = ItemList<string>.Empty;

    /// <summary>Whether a parent's identity was checked.</summary>
    public bool? ParentalIdentificationValidated { get; set; }

    /// <summary>The first sales person, as IRI.</summary>
    public string? InitialSalepersonId { get; set; }

    /// <summary>When it was made, wall-clock.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When it was last changed, wall-clock.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>True where an earlier run had done it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Members of the answer that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>The number, or the id.</summary>
    public override string ToString() => Number ?? Id;
}
