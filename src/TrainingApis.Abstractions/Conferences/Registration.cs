namespace TrainingApis.Conferences;

/// <summary>Represents a registration for a session
/// (<c>https://developers.agendize.com/conferences/v1.0/reference/registrations/index.jsp</c>).</summary>
public sealed class Registration
{
    /// <summary>Gets or sets the ID of the conference, as specified in the request.</summary>
    public string ConferenceId { get; set; } = string.Empty;

    /// <summary>Gets or sets the ID of the session.</summary>
    public string SessionId { get; set; } = string.Empty;

    /// <summary>Gets or sets the ID of the registration.</summary>
    public string RegistrationId { get; set; } = string.Empty;

    /// <summary>Gets the ID of the registered client.</summary>
    public string? ClientId => Client?.Id;

    /// <summary>Gets the name of the registered client.</summary>
    public string? ClientName => $"{Client?.FirstName} {Client?.LastName}".Trim() is { Length: > 0 } name ? name : null;

    /// <summary>Gets the e-mail address of the registered client.</summary>
    public string? EmailAddress => Client?.EmailAddress;

    /// <summary>Gets the phone number of the registered client.</summary>
    public string? PhoneNumber => Client?.PhoneNumber;

    /// <summary>Gets or sets the registered client.</summary>
    public RegistrationClient? Client { get; set; }

    /// <summary>Gets the status, derived from <see cref="StatusRaw"/>.</summary>
    public RegistrationStatus Status => StatusRaw?.Trim().ToUpperInvariant() switch
    {
        "ACCEPTED" => RegistrationStatus.Accepted,
        "WAITINGLIST" => RegistrationStatus.WaitingList,
        "CANCELLED" or "CANCELED" => RegistrationStatus.Cancelled,
        _ => RegistrationStatus.Unknown,
    };

    /// <summary>Gets or sets the status as Agendize sent it.</summary>
    public string? StatusRaw { get; set; }

    /// <summary>Gets or sets the number of people that the registration includes.</summary>
    public int? Seats { get; set; }

    /// <summary>Gets or sets the time when the registration was created.</summary>
    public ZonedDateTime? Registered { get; set; }

    /// <summary>Gets or sets the time when the registration was cancelled.</summary>
    public ZonedDateTime? Cancelled { get; set; }

    /// <summary>Gets or sets the reason for the cancellation.</summary>
    public string? CancelReason { get; set; }

    /// <summary>Gets or sets the source of the cancellation.</summary>
    public string? CancelSource { get; set; }

    /// <summary>Gets or sets the source of the registration.</summary>
    public string? Source { get; set; }

    /// <summary>Gets or sets the type of source: <c>api</c> or <c>widget</c>.</summary>
    public string? SourceType { get; set; }

    /// <summary>Gets or sets the values of the form.</summary>
    public ItemList<FormItem> Form { get; set; } = ItemList<FormItem>.Empty;

    /// <summary>Gets or sets the address of the web page.</summary>
    public string? WebLink { get; set; }

    /// <summary>Gets or sets the public ID, which is not used in addresses of the API.</summary>
    public string? CipherId { get; set; }

    /// <summary>Gets or sets whether an earlier run with the same journal made the change; nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>Gets the ID.</summary>
    public override string ToString() => RegistrationId;
}

/// <summary>Specifies the status of a registration.</summary>
public enum RegistrationStatus
{
    /// <summary>The status is missing or unknown; see <see cref="Registration.StatusRaw"/>.</summary>
    Unknown,

    /// <summary>The registration has a seat (<c>accepted</c>).</summary>
    [WireName("accepted")]
    Accepted,

    /// <summary>The registration is on the waiting list (<c>waitingList</c>).</summary>
    [WireName("waitingList")]
    WaitingList,

    /// <summary>
    /// The registration was cancelled (<c>cancelled</c>). This status cannot be set, because a cancellation is a separate operation.
    /// </summary>
    Cancelled,
}

/// <summary>Represents the client who is registered.</summary>
public sealed class RegistrationClient : NestedObject
{
    /// <summary>Gets or sets the ID in the CRM of Agendize.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the given name.</summary>
    public string? FirstName { get; set; }

    /// <summary>Gets or sets the family name.</summary>
    public string? LastName { get; set; }

    /// <summary>Gets or sets the e-mail address.</summary>
    public string? EmailAddress { get; set; }

    /// <summary>Gets or sets the phone number.</summary>
    public string? PhoneNumber { get; set; }

    /// <summary>Gets the name, or the ID if there is no name.</summary>
    public override string ToString() => $"{FirstName} {LastName}".Trim() is { Length: > 0 } name ? name : Id ?? string.Empty;
}
