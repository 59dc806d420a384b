namespace TrainingApis.Cegos;

/// <summary>Represents a registration to make. What is null is not sent. Source:
/// <c>https://api.cegos.fr/Documentations/ApiRegistration</c>.</summary>
public sealed class NewRegistration
{
    /// <summary>Gets or sets the CRM id of the trainee's manager.</summary>
    [WireName("managerCrmId", WireFormat.Id)]
    public string ManagerCrmId { get; set; } = string.Empty;

    /// <summary>Gets or sets whether that is the id of a lead, false of a contact; sent as the text <c>"true"</c> or
    /// <c>"false"</c>.</summary>
    [WireName("managerCrmIsLead", WireFormat.Text)]
    public bool ManagerCrmIsLead { get; set; }

    /// <summary>Gets or sets the CRM id of the trainee.</summary>
    [WireName("traineeCrmId", WireFormat.Id)]
    public string TraineeCrmId { get; set; } = string.Empty;

    /// <summary>Gets or sets whether that is the id of a lead, false of a contact; sent as the text <c>"true"</c> or
    /// <c>"false"</c>.</summary>
    [WireName("traineeCrmIsLead", WireFormat.Text)]
    public bool TraineeCrmIsLead { get; set; }

    /// <summary>Gets or sets the session. That it is the catalogue's <c>YearlySessionCode</c> is inferred.</summary>
    [WireName("sessionId", WireFormat.Id)]
    public string SessionId { get; set; } = string.Empty;

    /// <summary>Gets or sets the customer's own reference.</summary>
    [WireName("clientReference", WireFormat.Id)]
    public string? ClientReference { get; set; }

    /// <summary>Gets or sets the channel, <c>WEB</c>.</summary>
    [WireName("canal", WireFormat.Id)]
    public string? Canal { get; set; }

    /// <summary>Gets or sets free text.</summary>
    [WireName("comments")]
    public string? Comments { get; set; }

    /// <summary>Gets or sets whether it is paid by the personal training account (CPF).</summary>
    [WireName("isCPF")]
    public bool? IsCpf { get; set; }

    /// <summary>Gets or sets the hours of the CPF, sent as text.</summary>
    [WireName("cpfHours", WireFormat.Text)]
    public decimal? CpfHours { get; set; }

    /// <summary>Gets or sets whether meals are included.</summary>
    [WireName("includeMeal")]
    public bool? IncludeMeal { get; set; }

    /// <summary>Gets or sets whether to register although the session is full.</summary>
    [WireName("overbooking")]
    public bool? Overbooking { get; set; }

    /// <summary>Gets or sets the id of the sale on the web site.</summary>
    [WireName("webSaleId", WireFormat.Id)]
    public string? WebSaleId { get; set; }
}

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
