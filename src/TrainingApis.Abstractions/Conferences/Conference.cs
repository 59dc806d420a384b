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
