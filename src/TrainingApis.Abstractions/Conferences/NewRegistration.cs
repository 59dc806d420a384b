namespace TrainingApis.Conferences;

/// <summary>Represents a registration to create. Null values are not sent.</summary>
public sealed class NewRegistration
{
    /// <summary>Gets or sets the ID or the external ID of the conference.</summary>
    [WireName("conferenceId", InPath = true)]
    public string ConferenceId { get; set; } = string.Empty;

    /// <summary>Gets or sets the ID of the session.</summary>
    [WireName("sessionId", InPath = true)]
    public string SessionId { get; set; } = string.Empty;

    /// <summary>Gets or sets the ID of the registered client, who must exist in the CRM of Agendize.</summary>
    [WireName("client.id", WireFormat.Id)]
    public string ClientId { get; set; } = string.Empty;

    /// <summary>Gets or sets the number of people that the registration includes.</summary>
    [WireName("seats")]
    public int? Seats { get; set; }

    /// <summary>Gets or sets the status: <see cref="RegistrationStatus.Accepted"/> or <see
    /// cref="RegistrationStatus.WaitingList"/>.</summary>
    [WireName("status")]
    public RegistrationStatus? Status { get; set; }

    /// <summary>
    /// Gets or sets the items of the form. Each item is a dictionary of wire names (<c>id</c>, <c>value</c>, <c>values</c>) and plain
    /// values.
    /// </summary>
    [WireName("form")]
    public IReadOnlyList<object?>? Form { get; set; }
}

/// <summary>Represents a change of a registration. Null values are not sent, and the existing values are kept.</summary>
public sealed class RegistrationChange
{
    /// <summary>Gets or sets the ID or the external ID of the conference.</summary>
    [WireName("conferenceId", InPath = true)]
    public string ConferenceId { get; set; } = string.Empty;

    /// <summary>Gets or sets the ID of the session.</summary>
    [WireName("sessionId", InPath = true)]
    public string SessionId { get; set; } = string.Empty;

    /// <summary>Gets or sets the ID of the registration.</summary>
    [WireName("id", InPath = true)]
    public string RegistrationId { get; set; } = string.Empty;

    /// <summary>Gets or sets the ID of another client in the CRM of Agendize.</summary>
    [WireName("client.id", WireFormat.Id)]
    public string? ClientId { get; set; }

    /// <summary>Gets or sets the number of people that the registration includes.</summary>
    [WireName("seats")]
    public int? Seats { get; set; }

    /// <summary>Gets or sets the status: <see cref="RegistrationStatus.Accepted"/> or <see
    /// cref="RegistrationStatus.WaitingList"/>.</summary>
    [WireName("status")]
    public RegistrationStatus? Status { get; set; }

    /// <summary>
    /// Gets or sets the items of the form. Each item is a dictionary of wire names (<c>id</c>, <c>value</c>, <c>values</c>) and plain
    /// values.
    /// </summary>
    [WireName("form")]
    public IReadOnlyList<object?>? Form { get; set; }
}

/// <summary>Represents the cancellation of a registration. Null values are not sent.</summary>
public sealed class RegistrationCancellation
{
    /// <summary>Gets or sets the ID or the external ID of the conference.</summary>
    [WireName("conferenceId", InPath = true)]
    public string ConferenceId { get; set; } = string.Empty;

    /// <summary>Gets or sets the ID of the session.</summary>
    [WireName("sessionId", InPath = true)]
    public string SessionId { get; set; } = string.Empty;

    /// <summary>Gets or sets the ID of the registration.</summary>
    [WireName("id", InPath = true)]
    public string RegistrationId { get; set; } = string.Empty;

    /// <summary>Gets or sets the reason, as free text.</summary>
    [WireName("reason")]
    public string? Reason { get; set; }

    /// <summary>Gets or sets the source of the cancellation, as free text.</summary>
    [WireName("source")]
    public string? Source { get; set; }
}
