namespace TrainingApis.Resamania;

/// <summary>A postal address.</summary>
public sealed class Address : NestedObject
{
    /// <summary>The address, its identity: <c>/demoapi/addresses/14285613</c>.</summary>
    public string? Iri { get; set; }

    /// <summary>Street and number.</summary>
    public string? StreetAddress { get; set; }

    /// <summary>What is written below the street.</summary>
    public string? Supplement { get; set; }

    /// <summary>The postal code, as text.</summary>
    public string? PostalCode { get; set; }

    /// <summary>The city.</summary>
    public string? AddressLocality { get; set; }

    /// <summary>The country's name.</summary>
    public string? AddressCountry { get; set; }

    /// <summary>The country's code, <c>FR</c>.</summary>
    public string? AddressCountryIso { get; set; }

    /// <summary>In one line: <c>52 chemin du test, 83390 Toulon, France</c>.</summary>
    public override string ToString() => string.Join(", ",
        new[] { StreetAddress, Supplement, $"{PostalCode} {AddressLocality}".Trim(), AddressCountry }.Where(part =>
            !string.IsNullOrWhiteSpace(part)));
}
