namespace TrainingApis.Conferences;

/// <summary>A registration for a session
/// (<c>https://developers.agendize.com/conferences/v1.0/reference/registrations/index.jsp</c>).</summary>
public sealed class Registration
{
    /// <summary>The conference, by the id that it was asked for with.</summary>
    public string ConferenceId { get; set; } = string.Empty;

    /// <summary>The session.</summary>
    public string SessionId { get; set; } = string.Empty;

    /// <summary>Its id.</summary>
    public string RegistrationId { get; set; } = string.Empty;

    /// <summary>The id of who is registered.</summary>
    public string? ClientId => Client?.Id;

    /// <summary>Their name.</summary>
    public string? ClientName => $"{Client?.FirstName} {Client?.LastName}".Trim() is { Length: > 0 } name ? name : null;

    /// <summary>Their e-mail address.</summary>
    public string? EmailAddress => Client?.EmailAddress;

    /// <summary>Their phone number.</summary>
    public string? PhoneNumber => Client?.PhoneNumber;

    /// <summary>Who is registered.</summary>
    public RegistrationClient? Client { get; set; }

    /// <summary>Where it stands, from <see cref="StatusRaw"/>.</summary>
    public RegistrationStatus Status => StatusRaw?.Trim().ToUpperInvariant() switch
    {
        "ACCEPTED" => RegistrationStatus.Accepted,
        "WAITINGLIST" => RegistrationStatus.WaitingList,
        "CANCELLED" or "CANCELED" => RegistrationStatus.Cancelled,
        _ => RegistrationStatus.Unknown,
    };

    /// <summary>The status as the vendor wrote it.</summary>
    public string? StatusRaw { get; set; }

    /// <summary>For how many.</summary>
    public int? Seats { get; set; }

    /// <summary>When it was made.</summary>
    public ZonedDateTime? Registered { get; set; }

    /// <summary>When it was cancelled.</summary>
    public ZonedDateTime? Cancelled { get; set; }

    /// <summary>Why it was cancelled.</summary>
    public string? CancelReason { get; set; }

    /// <summary>Where the cancellation came from.</summary>
    public string? CancelSource { get; set; }

    /// <summary>Where the registration came from.</summary>
    public string? Source { get; set; }

    /// <summary>By which way: <c>api</c> or <c>widget</c>.</summary>
    public string? SourceType { get; set; }

    /// <summary>What was answered in the form.</summary>
    public ItemList<FormItem> Form { get; set; } = ItemList<FormItem>.Empty;

    /// <summary>Its page on the web.</summary>
    public string? WebLink { get; set; }

    /// <summary>Its public id, which is not for addresses of the API.</summary>
    public string? CipherId { get; set; }

    /// <summary>True where it comes from an earlier run of a journal: nothing was changed now.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Members of the answer that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>The id.</summary>
    public override string ToString() => RegistrationId;
}
