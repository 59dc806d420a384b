namespace TrainingApis.Conferences;

/// <summary>Where a conference takes place.</summary>
public sealed class Location : NestedObject
{
    /// <summary>What it is: <c>address</c>, <c>link</c>, <c>custom</c> or <c>schedulingCompanyAddress</c>.</summary>
    public string? Type { get; set; }

    /// <summary>Free text, or the link.</summary>
    public string? Text { get; set; }

    /// <summary>The street.</summary>
    public string? Street { get; set; }

    /// <summary>A second line of it.</summary>
    public string? AdditionalStreet { get; set; }

    /// <summary>The postal code.</summary>
    public string? ZipCode { get; set; }

    /// <summary>The city.</summary>
    public string? City { get; set; }

    /// <summary>The state or region.</summary>
    public string? State { get; set; }

    /// <summary>The country.</summary>
    public string? Country { get; set; }

    /// <summary>The place on the map.</summary>
    public GeoPoint? Geolocation { get; set; }

    /// <summary>The company whose address it is.</summary>
    public string? CompanyId { get; set; }

    /// <summary>The text, or the address in one line.</summary>
    public override string ToString() => !string.IsNullOrWhiteSpace(Text)
        ? Text
        : string.Join(", ", new[] { Street, AdditionalStreet, $"{ZipCode} {City}".Trim(), State, Country }.Where(part =>
            !string.IsNullOrWhiteSpace(part)));
}
