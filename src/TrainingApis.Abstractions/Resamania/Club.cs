namespace TrainingApis.Resamania;

/// <summary>A club. The documents name few of its members; all others are in <see cref="AdditionalProperties"/>.</summary>
public sealed class Club
{
    /// <summary>The id: the last segment of <see cref="Iri"/>.</summary>
    public string Id => ResamaniaIri.IdOf(Iri);

    /// <summary>The club, its identity: <c>/demoapi/clubs/1</c>.</summary>
    public string Iri { get; set; } = string.Empty;

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>Its code, as sales carry it.</summary>
    public string? Code { get; set; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Phone number.</summary>
    public string? Phone { get; set; }

    /// <summary>The postal code; lists can be narrowed by it.</summary>
    public string? PostalCode { get; set; }

    /// <summary>The address, where it is one object.</summary>
    public Address? Address { get; set; }

    /// <summary>Members of the answer that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? Id;
}
