using System.Globalization;

namespace TrainingApis.Conferences;

/// <summary>Represents a conference (<c>https://developers.agendize.com/conferences/v1.0/reference/conferences/index.jsp</c>).</summary>
public sealed class Conference
{
    /// <summary>Gets or sets its id; <see cref="ExternalId"/> leads to it as well.</summary>
    public string ConferenceId { get; set; } = string.Empty;

    /// <summary>Gets or sets the title.</summary>
    public string? Title { get; set; }

    /// <summary>Gets or sets what it is about.</summary>
    public string? Description { get; set; }

    /// <summary>Gets or sets your own id for it, if it was given one.</summary>
    public string? ExternalId { get; set; }

    /// <summary>Gets or sets how many it can take.</summary>
    public int? Capacity { get; set; }

    /// <summary>Gets or sets how long it lasts; the vendor does not say in what unit.</summary>
    public decimal? Duration { get; set; }

    /// <summary>Gets or sets where it takes place.</summary>
    public Location? Location { get; set; }

    /// <summary>Gets or sets its page on the web.</summary>
    public string? WebLink { get; set; }

    /// <summary>Gets or sets its code.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets its tags.</summary>
    public ItemList<Tag> Tags { get; set; } = ItemList<Tag>.Empty;

    /// <summary>Gets or sets what whoever registers is asked.</summary>
    public ConferenceForm? Form { get; set; }

    /// <summary>Gets or sets when it can be had, as the vendor wrote it.</summary>
    public string? Availability { get; set; }

    /// <summary>Gets or sets what a registration may hold.</summary>
    public RegistrationRules? RegistrationRules { get; set; }

    /// <summary>Gets or sets its picture.</summary>
    public Picture? Picture { get; set; }

    /// <summary>Gets or sets its public id, which is not for addresses of the API.</summary>
    public string? CipherId { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>The title.</summary>
    public override string ToString() => Title ?? ConferenceId;
}

/// <summary>Represents the rules of registrations for a conference.</summary>
public sealed class RegistrationRules : NestedObject
{
    /// <summary>Gets or sets whether it may be for more than one.</summary>
    public bool? AllowAdditionalSeats { get; set; }

    /// <summary>Gets or sets how many more.</summary>
    public int? NumberOfAdditionalSeats { get; set; }

    /// <summary>Gets the rules as text.</summary>
    public override string ToString() => AllowAdditionalSeats switch
    {
        true => $"additional seats: {NumberOfAdditionalSeats?.ToString(CultureInfo.InvariantCulture) ?? "any number"}",
        false => "no additional seats",
        null => string.Empty,
    };
}

/// <summary>Represents a tag of a conference.</summary>
public sealed class Tag : NestedObject
{
    /// <summary>Gets or sets its id.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets its text.</summary>
    public string? Text { get; set; }

    /// <summary>The text.</summary>
    public override string ToString() => Text ?? Id ?? string.Empty;
}

/// <summary>Represents the picture of a conference.</summary>
public sealed class Picture : NestedObject
{
    /// <summary>Gets or sets where it lies.</summary>
    public string? Url { get; set; }

    /// <summary>Gets or sets its media type.</summary>
    public string? MimeType { get; set; }

    /// <summary>Gets or sets the picture itself, as the vendor sent it.</summary>
    public string? Data { get; set; }

    /// <summary>Where it lies.</summary>
    public override string ToString() => Url ?? MimeType ?? string.Empty;
}

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
