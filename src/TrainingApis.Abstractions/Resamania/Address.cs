namespace TrainingApis.Resamania;

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
