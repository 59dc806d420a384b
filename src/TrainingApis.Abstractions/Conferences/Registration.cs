namespace TrainingApis.Conferences;

/// <summary>Represents a registration for a session
/// (<c>https://developers.agendize.com/conferences/v1.0/reference/registrations/index.jsp</c>).</summary>
public sealed class Registration
{
    /// <summary>Gets or sets the conference, by the id that it was asked for with.</summary>
    public string ConferenceId { get; set; } = string.Empty;

    /// <summary>Gets or sets the session.</summary>
    public string SessionId { get; set; } = string.Empty;

    /// <summary>Gets or sets its id.</summary>
    public string RegistrationId { get; set; } = string.Empty;

    /// <summary>Gets the id of who is registered.</summary>
    public string? ClientId => Client?.Id;

    /// <summary>Gets their name.</summary>
    public string? ClientName => $"{Client?.FirstName} {Client?.LastName}".Trim() is { Length: > 0 } name ? name : null;

    /// <summary>Gets their e-mail address.</summary>
    public string? EmailAddress => Client?.EmailAddress;

    /// <summary>Gets their phone number.</summary>
    public string? PhoneNumber => Client?.PhoneNumber;

    /// <summary>Gets or sets who is registered.</summary>
    public RegistrationClient? Client { get; set; }

    /// <summary>Gets where it stands, from <see cref="StatusRaw"/>.</summary>
    public RegistrationStatus Status => StatusRaw?.Trim().ToUpperInvariant() switch
    {
        "ACCEPTED" => RegistrationStatus.Accepted,
        "WAITINGLIST" => RegistrationStatus.WaitingList,
        "CANCELLED" or "CANCELED" => RegistrationStatus.Cancelled,
        _ => RegistrationStatus.Unknown,
    };

    /// <summary>Gets or sets the status as the vendor wrote it.</summary>
    public string? StatusRaw { get; set; }

    /// <summary>Gets or sets the for how many.</summary>
    public int? Seats { get; set; }

    /// <summary>Gets or sets when it was made.</summary>
    public ZonedDateTime? Registered { get; set; }

    /// <summary>Gets or sets when it was cancelled.</summary>
    public ZonedDateTime? Cancelled { get; set; }

    /// <summary>Gets or sets the why it was cancelled.</summary>
    public string? CancelReason { get; set; }

    /// <summary>Gets or sets where the cancellation came from.</summary>
    public string? CancelSource { get; set; }

    /// <summary>Gets or sets where the registration came from.</summary>
    public string? Source { get; set; }

    /// <summary>Gets or sets the by which way: <c>api</c> or <c>widget</c>.</summary>
    public string? SourceType { get; set; }

    /// <summary>Gets or sets the values of the form.</summary>
    public ItemList<FormItem> Form { get; set; } = ItemList<FormItem>.Empty;

    /// <summary>Gets or sets its page on the web.</summary>
    public string? WebLink { get; set; }

    /// <summary>Gets or sets its public id, which is not for addresses of the API.</summary>
    public string? CipherId { get; set; }

    /// <summary>Gets or sets whether it comes from an earlier run of a journal: nothing was changed now.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>The id.</summary>
    public override string ToString() => RegistrationId;
}
