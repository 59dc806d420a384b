namespace TrainingApis.Cegos;

/// <summary>Represents the cancellation of a registration. What is null is not sent.</summary>
public sealed class RegistrationCancellation
{
    /// <summary>Gets or sets the number of the registration.</summary>
    [WireName("registrationNumber", WireFormat.Id)]
    public string RegistrationNumber { get; set; } = string.Empty;

    /// <summary>Gets or sets the reason, free text.</summary>
    [WireName("reason")]
    public string? Reason { get; set; }

    /// <summary>Gets or sets who cancels, free text.</summary>
    [WireName("user")]
    public string? User { get; set; }
}

/// <summary>Represents the move of a registration to another session, which the vendor queues.</summary>
public sealed class RegistrationDeferral
{
    /// <summary>Gets or sets the number of the registration.</summary>
    [WireName("registrationNumber", WireFormat.Id)]
    public string RegistrationNumber { get; set; } = string.Empty;

    /// <summary>Gets or sets the session to move it to.</summary>
    [WireName("sessionId", WireFormat.Id)]
    public string SessionId { get; set; } = string.Empty;
}
