namespace TrainingApis.Resamania;

/// <summary>The fields of a contact to create or to change. What is null is not sent, unless <see cref="Cleared"/> names it.</summary>
public sealed class ContactFields
{
    /// <summary>E-mail address; unique in the whole chain.</summary>
    public string? Email { get; set; }

    /// <summary>Family name.</summary>
    public string? FamilyName { get; set; }

    /// <summary>Given name.</summary>
    public string? GivenName { get; set; }

    /// <summary>The date of birth; its day is sent as <c>yyyy-MM-dd</c>, whatever its time and kind.</summary>
    public DateTime? BirthDate { get; set; }

    /// <summary>The gender.</summary>
    public Gender? Gender { get; set; }

    /// <summary>Mobile phone number.</summary>
    public string? Mobile { get; set; }

    /// <summary>The state; the vendor's default is a prospect.</summary>
    public ContactState? State { get; set; }

    /// <summary>The club, as number or IRI.</summary>
    public string? ClubId { get; set; }

    /// <summary>Where the contact comes from, as number or IRI.</summary>
    public string? SourceId { get; set; }

    /// <summary>The country's name.</summary>
    public string? AddressCountry { get; set; }

    /// <summary>The city.</summary>
    public string? AddressLocality { get; set; }

    /// <summary>The postal code.</summary>
    public string? PostalCode { get; set; }

    /// <summary>Street and number.</summary>
    public string? StreetAddress { get; set; }

    /// <summary>What is written below the street.</summary>
    public string? Supplement { get; set; }

    /// <summary>Names of the properties above to clear: they are sent as null.</summary>
    public ItemList<string> Cleared { get; set; } = ItemList<string>.Empty;
}
