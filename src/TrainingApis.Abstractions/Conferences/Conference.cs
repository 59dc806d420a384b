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

    /// <summary>Gets or sets the your own id for it, if it was given one.</summary>
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
