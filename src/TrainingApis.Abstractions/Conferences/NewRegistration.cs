namespace TrainingApis.Conferences;

/// <summary>Represents a registration to create. What is null is not sent.</summary>
public sealed class NewRegistration
{
    /// <summary>Gets or sets the conference, by its id or its external id.</summary>
    [WireName("conferenceId", InPath = true)]
    public string ConferenceId { get; set; } = string.Empty;

    /// <summary>Gets or sets the session.</summary>
    [WireName("sessionId", InPath = true)]
    public string SessionId { get; set; } = string.Empty;

    /// <summary>Gets or sets who is registered: the id of a client in the vendor's CRM, who must exist.</summary>
    [WireName("client.id", WireFormat.Id)]
    public string ClientId { get; set; } = string.Empty;

    /// <summary>Gets or sets how many people it is for.</summary>
    [WireName("seats")]
    public int? Seats { get; set; }

    /// <summary>Gets or sets the status: <see cref="RegistrationStatus.Accepted"/> or <see
    /// cref="RegistrationStatus.WaitingList"/>.</summary>
    [WireName("status")]
    public RegistrationStatus? Status { get; set; }

    /// <summary>Gets or sets the items of the form, each a dictionary of wire name (<c>id</c>, <c>value</c>, <c>values</c>) to plain
    /// value.</summary>
    [WireName("form")]
    public IReadOnlyList<object?>? Form { get; set; }
}

/// <summary>Represents a change of a registration. What is null is not sent, and stays as it is.</summary>
public sealed class RegistrationChange
{
    /// <summary>Gets or sets the conference, by its id or its external id.</summary>
    [WireName("conferenceId", InPath = true)]
    public string ConferenceId { get; set; } = string.Empty;

    /// <summary>Gets or sets the session.</summary>
    [WireName("sessionId", InPath = true)]
    public string SessionId { get; set; } = string.Empty;

    /// <summary>Gets or sets the registration.</summary>
    [WireName("id", InPath = true)]
    public string RegistrationId { get; set; } = string.Empty;

    /// <summary>Gets or sets another client in the vendor's CRM.</summary>
    [WireName("client.id", WireFormat.Id)]
    public string? ClientId { get; set; }

    /// <summary>Gets or sets how many people it is for.</summary>
    [WireName("seats")]
    public int? Seats { get; set; }

    /// <summary>Gets or sets the status: <see cref="RegistrationStatus.Accepted"/> or <see
    /// cref="RegistrationStatus.WaitingList"/>.</summary>
    [WireName("status")]
    public RegistrationStatus? Status { get; set; }

    /// <summary>Gets or sets the items of the form, each a dictionary of wire name (<c>id</c>, <c>value</c>, <c>values</c>) to plain
    /// value.</summary>
    [WireName("form")]
    public IReadOnlyList<object?>? Form { get; set; }
}

/// <summary>Represents the cancellation of a registration. What is null is not sent.</summary>
public sealed class RegistrationCancellation
{
    /// <summary>Gets or sets the conference, by its id or its external id.</summary>
    [WireName("conferenceId", InPath = true)]
    public string ConferenceId { get; set; } = string.Empty;

    /// <summary>Gets or sets the session.</summary>
    [WireName("sessionId", InPath = true)]
    public string SessionId { get; set; } = string.Empty;

    /// <summary>Gets or sets the registration.</summary>
    [WireName("id", InPath = true)]
    public string RegistrationId { get; set; } = string.Empty;

    /// <summary>Gets or sets the reason, free text.</summary>
    [WireName("reason")]
    public string? Reason { get; set; }

    /// <summary>Gets or sets where the cancellation comes from, free text.</summary>
    [WireName("source")]
    public string? Source { get; set; }
}
