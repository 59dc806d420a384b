namespace TrainingApis.Conferences;

/// <summary>
/// Represents a session of a conference (<c>https://developers.agendize.com/conferences/v1.0/reference/sessions/index.jsp</c>). In
/// Agendize, a session has neither an end nor a capacity.
/// </summary>
public sealed class Session
{
    /// <summary>Gets or sets the ID of the conference, as specified in the request.</summary>
    public string ConferenceId { get; set; } = string.Empty;

    /// <summary>Gets or sets the ID of the session.</summary>
    public string SessionId { get; set; } = string.Empty;

    /// <summary>Gets or sets the start.</summary>
    public ZonedDateTime? Start { get; set; }

    /// <summary>Gets whether the session accepts registrations, derived from <see cref="StatusRaw"/>.</summary>
    public ConferenceSessionStatus Status => StatusRaw?.Trim().ToUpperInvariant() switch
    {
        "OPENED" or "OPEN" => ConferenceSessionStatus.Opened,
        "CLOSED" => ConferenceSessionStatus.Closed,
        _ => ConferenceSessionStatus.Unknown,
    };

    /// <summary>Gets or sets the status as Agendize sent it.</summary>
    public string? StatusRaw { get; set; }

    /// <summary>Gets or sets the address of the web page.</summary>
    public string? WebLink { get; set; }

    /// <summary>Gets or sets the public ID, which is not used in addresses of the API.</summary>
    public string? CipherId { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>Gets the ID.</summary>
    public override string ToString() => SessionId;
}

/// <summary>Specifies whether a session accepts registrations.</summary>
public enum ConferenceSessionStatus
{
    /// <summary>The status is missing or unknown; see <see cref="Session.StatusRaw"/>.</summary>
    Unknown,

    /// <summary>The session accepts registrations (<c>opened</c>).</summary>
    Opened,

    /// <summary>The session does not accept registrations (<c>closed</c>).</summary>
    Closed,
}
