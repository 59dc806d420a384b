using System.Globalization;

namespace TrainingApis.Conferences;

/// <summary>Represents the location of a conference.</summary>
public sealed class Location : NestedObject
{
    /// <summary>Gets or sets what it is: <c>address</c>, <c>link</c>, <c>custom</c> or <c>schedulingCompanyAddress</c>.</summary>
    public string? Type { get; set; }

    /// <summary>Gets or sets free text, or the link.</summary>
    public string? Text { get; set; }

    /// <summary>Gets or sets the street.</summary>
    public string? Street { get; set; }

    /// <summary>Gets or sets a second line of it.</summary>
    public string? AdditionalStreet { get; set; }

    /// <summary>Gets or sets the postal code.</summary>
    public string? ZipCode { get; set; }

    /// <summary>Gets or sets the city.</summary>
    public string? City { get; set; }

    /// <summary>Gets or sets the state or region.</summary>
    public string? State { get; set; }

    /// <summary>Gets or sets the country.</summary>
    public string? Country { get; set; }

    /// <summary>Gets or sets the place on the map.</summary>
    public GeoPoint? Geolocation { get; set; }

    /// <summary>Gets or sets the company whose address it is.</summary>
    public string? CompanyId { get; set; }

    /// <summary>The text, or the address in one line.</summary>
    public override string ToString() => !string.IsNullOrWhiteSpace(Text)
        ? Text
        : string.Join(", ", new[] { Street, AdditionalStreet, $"{ZipCode} {City}".Trim(), State, Country }.Where(part =>
            !string.IsNullOrWhiteSpace(part)));
}

/// <summary>Represents a place on the map, in degrees.</summary>
public sealed class GeoPoint : NestedObject
{
    /// <summary>Gets or sets the latitude.</summary>
    public decimal? Lat { get; set; }

    /// <summary>Gets or sets the longitude.</summary>
    public decimal? Lng { get; set; }

    /// <summary>Both: <c>48.85, 2.35</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}, {1}", Lat, Lng);
}
