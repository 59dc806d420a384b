using System.Globalization;

namespace TrainingApis.Conferences;

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
