namespace TrainingApis.Conferences;

/// <summary>A session of a conference (<c>https://developers.agendize.com/conferences/v1.0/reference/sessions/index.jsp</c>). The vendor
/// knows neither its end nor its capacity.</summary>
public sealed class Session
{
    /// <summary>The conference, by the id that it was asked for with.</summary>
    public string ConferenceId { get; set; } = string.Empty;

    /// <summary>Its id.</summary>
    public string SessionId { get; set; } = string.Empty;

    /// <summary>The beginning.</summary>
    public ZonedDateTime? Start { get; set; }

    /// <summary>Whether it takes registrations, from <see cref="StatusRaw"/>.</summary>
    public ConferenceSessionStatus Status => StatusRaw?.Trim().ToUpperInvariant() switch
    {
        "OPENED" or "OPEN" => ConferenceSessionStatus.Opened,
        "CLOSED" => ConferenceSessionStatus.Closed,
        _ => ConferenceSessionStatus.Unknown,
    };

    /// <summary>The status as the vendor wrote it.</summary>
    public string? StatusRaw { get; set; }

    /// <summary>Its page on the web.</summary>
    public string? WebLink { get; set; }

    /// <summary>Its public id, which is not for addresses of the API.</summary>
    public string? CipherId { get; set; }

    /// <summary>Members of the answer that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>The id.</summary>
    public override string ToString() => SessionId;
}
