namespace TrainingApis.Resamania;

/// <summary>Represents a club. The documents name few of its members; all others are in <see cref="AdditionalProperties"/>.</summary>
public sealed class Club
{
    /// <summary>Gets the id: the last segment of <see cref="Iri"/>.</summary>
    public string Id => ResamaniaIri.IdOf(Iri);

    /// <summary>Gets or sets the club, its identity: <c>/demoapi/clubs/1</c>.</summary>
    public string Iri { get; set; } = string.Empty;

    /// <summary>Gets or sets its name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets its code, as sales carry it.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets the e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Gets or sets the phone number.</summary>
    public string? Phone { get; set; }

    /// <summary>Gets or sets the postal code; lists can be narrowed by it.</summary>
    public string? PostalCode { get; set; }

    /// <summary>Gets or sets the address, where it is one object.</summary>
    public Address? Address { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? Id;
}
