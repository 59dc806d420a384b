namespace TrainingApis.Conferences;

/// <summary>Represents a session of a conference (<c>https://developers.agendize.com/conferences/v1.0/reference/sessions/index.jsp</c>).
/// The vendor knows neither its end nor its capacity.</summary>
public sealed class Session
{
    /// <summary>Gets or sets the conference, by the id that it was asked for with.</summary>
    public string ConferenceId { get; set; } = string.Empty;

    /// <summary>Gets or sets its id.</summary>
    public string SessionId { get; set; } = string.Empty;

    /// <summary>Gets or sets the beginning.</summary>
    public ZonedDateTime? Start { get; set; }

    /// <summary>Gets whether it takes registrations, from <see cref="StatusRaw"/>.</summary>
    public ConferenceSessionStatus Status => StatusRaw?.Trim().ToUpperInvariant() switch
    {
        "OPENED" or "OPEN" => ConferenceSessionStatus.Opened,
        "CLOSED" => ConferenceSessionStatus.Closed,
        _ => ConferenceSessionStatus.Unknown,
    };

    /// <summary>Gets or sets the status as the vendor wrote it.</summary>
    public string? StatusRaw { get; set; }

    /// <summary>Gets or sets its page on the web.</summary>
    public string? WebLink { get; set; }

    /// <summary>Gets or sets its public id, which is not for addresses of the API.</summary>
    public string? CipherId { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>The id.</summary>
    public override string ToString() => SessionId;
}

/// <summary>Specifies whether a session accepts registrations.</summary>
public enum ConferenceSessionStatus
{
    /// <summary>None of the values below; see <see cref="Session.StatusRaw"/>.</summary>
    Unknown,

    /// <summary>It does (<c>opened</c>).</summary>
    Opened,

    /// <summary>It does not (<c>closed</c>).</summary>
    Closed,
}
