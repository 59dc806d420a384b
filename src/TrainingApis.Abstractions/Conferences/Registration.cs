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

    /// <summary>Gets or sets how many people it is for.</summary>
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

    /// <summary>Gets or sets how it was made: <c>api</c> or <c>widget</c>.</summary>
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

/// <summary>Specifies the status of a registration.</summary>
public enum RegistrationStatus
{
    /// <summary>None of the values below; see <see cref="Registration.StatusRaw"/>.</summary>
    Unknown,

    /// <summary>There is a seat (<c>accepted</c>).</summary>
    [WireName("accepted")]
    Accepted,

    /// <summary>It waits for one (<c>waitingList</c>).</summary>
    [WireName("waitingList")]
    WaitingList,

    /// <summary>It was cancelled (<c>cancelled</c>). It cannot be set: cancelling is a call of its own.</summary>
    Cancelled,
}

/// <summary>Represents the person who is registered.</summary>
public sealed class RegistrationClient : NestedObject
{
    /// <summary>Gets or sets the id in the vendor's CRM.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the given name.</summary>
    public string? FirstName { get; set; }

    /// <summary>Gets or sets the family name.</summary>
    public string? LastName { get; set; }

    /// <summary>Gets or sets the e-mail address.</summary>
    public string? EmailAddress { get; set; }

    /// <summary>Gets or sets the phone number.</summary>
    public string? PhoneNumber { get; set; }

    /// <summary>The name, or the id where there is none.</summary>
    public override string ToString() => $"{FirstName} {LastName}".Trim() is { Length: > 0 } name ? name : Id ?? string.Empty;
}
