using System.Globalization;

namespace TrainingApis.Conferences;

/// <summary>Represents a conference (<c>https://developers.agendize.com/conferences/v1.0/reference/conferences/index.jsp</c>).</summary>
public sealed class Conference
{
    /// <summary>Gets or sets the ID of the conference. <see cref="ExternalId"/> also identifies it.</summary>
    public string ConferenceId { get; set; } = string.Empty;

    /// <summary>Gets or sets the title.</summary>
    public string? Title { get; set; }

    /// <summary>Gets or sets the description.</summary>
    public string? Description { get; set; }

    /// <summary>Gets or sets the external ID, which is your own ID for the conference, if one was specified.</summary>
    public string? ExternalId { get; set; }

    /// <summary>Gets or sets the maximum number of participants.</summary>
    public int? Capacity { get; set; }

    /// <summary>Gets or sets the duration. Agendize does not specify the unit.</summary>
    public decimal? Duration { get; set; }

    /// <summary>Gets or sets the location.</summary>
    public Location? Location { get; set; }

    /// <summary>Gets or sets the address of the web page.</summary>
    public string? WebLink { get; set; }

    /// <summary>Gets or sets the code.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets the tags.</summary>
    public ItemList<Tag> Tags { get; set; } = ItemList<Tag>.Empty;

    /// <summary>Gets or sets the registration form.</summary>
    public ConferenceForm? Form { get; set; }

    /// <summary>Gets or sets the availability, as Agendize sent it.</summary>
    public string? Availability { get; set; }

    /// <summary>Gets or sets the rules for registrations.</summary>
    public RegistrationRules? RegistrationRules { get; set; }

    /// <summary>Gets or sets the picture.</summary>
    public Picture? Picture { get; set; }

    /// <summary>Gets or sets the public ID, which is not used in addresses of the API.</summary>
    public string? CipherId { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>Gets the title.</summary>
    public override string ToString() => Title ?? ConferenceId;
}

/// <summary>Represents the rules for registrations of a conference.</summary>
public sealed class RegistrationRules : NestedObject
{
    /// <summary>Gets or sets whether a registration can include additional seats.</summary>
    public bool? AllowAdditionalSeats { get; set; }

    /// <summary>Gets or sets the number of additional seats.</summary>
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
    /// <summary>Gets or sets the ID.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the text.</summary>
    public string? Text { get; set; }

    /// <summary>Gets the text.</summary>
    public override string ToString() => Text ?? Id ?? string.Empty;
}

/// <summary>Represents the picture of a conference.</summary>
public sealed class Picture : NestedObject
{
    /// <summary>Gets or sets the address of the picture.</summary>
    public string? Url { get; set; }

    /// <summary>Gets or sets the media type.</summary>
    public string? MimeType { get; set; }

    /// <summary>Gets or sets the content of the picture, as Agendize sent it.</summary>
    public string? Data { get; set; }

    /// <summary>Gets the address of the picture.</summary>
    public override string ToString() => Url ?? MimeType ?? string.Empty;
}

/// <summary>Represents the location of a conference.</summary>
public sealed class Location : NestedObject
{
    /// <summary>Gets or sets the type: <c>address</c>, <c>link</c>, <c>custom</c> or <c>schedulingCompanyAddress</c>.</summary>
    public string? Type { get; set; }

    /// <summary>Gets or sets the free text or the link.</summary>
    public string? Text { get; set; }

    /// <summary>Gets or sets the street.</summary>
    public string? Street { get; set; }

    /// <summary>Gets or sets the second line of the street.</summary>
    public string? AdditionalStreet { get; set; }

    /// <summary>Gets or sets the postal code.</summary>
    public string? ZipCode { get; set; }

    /// <summary>Gets or sets the city.</summary>
    public string? City { get; set; }

    /// <summary>Gets or sets the state or region.</summary>
    public string? State { get; set; }

    /// <summary>Gets or sets the country.</summary>
    public string? Country { get; set; }

    /// <summary>Gets or sets the geographic position.</summary>
    public GeoPoint? Geolocation { get; set; }

    /// <summary>Gets or sets the ID of the company that has this address.</summary>
    public string? CompanyId { get; set; }

    /// <summary>Gets the text, or the address in one line.</summary>
    public override string ToString() => !string.IsNullOrWhiteSpace(Text)
        ? Text
        : string.Join(", ", new[] { Street, AdditionalStreet, $"{ZipCode} {City}".Trim(), State, Country }.Where(part =>
            !string.IsNullOrWhiteSpace(part)));
}

/// <summary>Represents a geographic position, in degrees.</summary>
public sealed class GeoPoint : NestedObject
{
    /// <summary>Gets or sets the latitude.</summary>
    public decimal? Lat { get; set; }

    /// <summary>Gets or sets the longitude.</summary>
    public decimal? Lng { get; set; }

    /// <summary>Gets the latitude and the longitude: <c>48.85, 2.35</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}, {1}", Lat, Lng);
}
