namespace TrainingApis.Conferences;

/// <summary>A conference (<c>https://developers.agendize.com/conferences/v1.0/reference/conferences/index.jsp</c>).</summary>
public sealed class Conference
{
    /// <summary>Its id; <see cref="ExternalId"/> leads to it as well.</summary>
    public string ConferenceId { get; set; } = string.Empty;

    /// <summary>The title.</summary>
    public string? Title { get; set; }

    /// <summary>What it is about.</summary>
    public string? Description { get; set; }

    /// <summary>Your own id for it, if it was given one.</summary>
    public string? ExternalId { get; set; }

    /// <summary>How many it can take.</summary>
    public int? Capacity { get; set; }

    /// <summary>How long it lasts; the vendor does not say in what unit.</summary>
    public decimal? Duration { get; set; }

    /// <summary>Where it takes place.</summary>
    public Location? Location { get; set; }

    /// <summary>Its page on the web.</summary>
    public string? WebLink { get; set; }

    /// <summary>Its code.</summary>
    public string? Code { get; set; }

    /// <summary>Its tags.</summary>
    public ItemList<Tag> Tags { get; set; } = ItemList<Tag>.Empty;

    /// <summary>What whoever registers is asked.</summary>
    public ConferenceForm? Form { get; set; }

    /// <summary>When it can be had, as the vendor wrote it.</summary>
    public string? Availability { get; set; }

    /// <summary>What a registration may hold.</summary>
    public RegistrationRules? RegistrationRules { get; set; }

    /// <summary>Its picture.</summary>
    public Picture? Picture { get; set; }

    /// <summary>Its public id, which is not for addresses of the API.</summary>
    public string? CipherId { get; set; }

    /// <summary>Members of the answer that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>The title.</summary>
    public override string ToString() => Title ?? ConferenceId;
}
