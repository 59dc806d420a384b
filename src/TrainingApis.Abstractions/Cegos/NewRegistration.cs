namespace TrainingApis.Cegos;

/// <summary>
/// Represents a registration to create. Null values are not sent. Source: <c>https://api.cegos.fr/Documentations/ApiRegistration</c>.
/// </summary>
public sealed class NewRegistration
{
    /// <summary>Gets or sets the CRM ID of the manager of the trainee.</summary>
    [WireName("managerCrmId", WireFormat.Id)]
    public string ManagerCrmId { get; set; } = string.Empty;

    /// <summary>
    /// Gets or sets whether the corresponding CRM ID is that of a lead (true) or of a contact (false); sent as the text <c>"true"</c> or
    /// <c>"false"</c>.
    /// </summary>
    [WireName("managerCrmIsLead", WireFormat.Text)]
    public bool ManagerCrmIsLead { get; set; }

    /// <summary>Gets or sets the CRM ID of the trainee.</summary>
    [WireName("traineeCrmId", WireFormat.Id)]
    public string TraineeCrmId { get; set; } = string.Empty;

    /// <summary>
    /// Gets or sets whether the corresponding CRM ID is that of a lead (true) or of a contact (false); sent as the text <c>"true"</c> or
    /// <c>"false"</c>.
    /// </summary>
    [WireName("traineeCrmIsLead", WireFormat.Text)]
    public bool TraineeCrmIsLead { get; set; }

    /// <summary>Gets or sets the ID of the session. It is inferred that this is the <c>YearlySessionCode</c> of the catalogue.</summary>
    [WireName("sessionId", WireFormat.Id)]
    public string SessionId { get; set; } = string.Empty;

    /// <summary>Gets or sets the reference of the customer.</summary>
    [WireName("clientReference", WireFormat.Id)]
    public string? ClientReference { get; set; }

    /// <summary>Gets or sets the channel, such as <c>WEB</c>.</summary>
    [WireName("canal", WireFormat.Id)]
    public string? Canal { get; set; }

    /// <summary>Gets or sets the comments, as free text.</summary>
    [WireName("comments")]
    public string? Comments { get; set; }

    /// <summary>Gets or sets whether the registration is paid with the personal training account (CPF).</summary>
    [WireName("isCPF")]
    public bool? IsCpf { get; set; }

    /// <summary>Gets or sets the number of CPF hours; sent as text.</summary>
    [WireName("cpfHours", WireFormat.Text)]
    public decimal? CpfHours { get; set; }

    /// <summary>Gets or sets whether meals are included.</summary>
    [WireName("includeMeal")]
    public bool? IncludeMeal { get; set; }

    /// <summary>Gets or sets whether to register the trainee even if the session is full.</summary>
    [WireName("overbooking")]
    public bool? Overbooking { get; set; }

    /// <summary>Gets or sets the ID of the sale on the website.</summary>
    [WireName("webSaleId", WireFormat.Id)]
    public string? WebSaleId { get; set; }
}

/// <summary>Represents the cancellation of a registration. Null values are not sent.</summary>
public sealed class RegistrationCancellation
{
    /// <summary>Gets or sets the number of the registration.</summary>
    [WireName("registrationNumber", WireFormat.Id)]
    public string RegistrationNumber { get; set; } = string.Empty;

    /// <summary>Gets or sets the reason, as free text.</summary>
    [WireName("reason")]
    public string? Reason { get; set; }

    /// <summary>Gets or sets the person who cancels, as free text.</summary>
    [WireName("user")]
    public string? User { get; set; }
}

/// <summary>Represents a request to move a registration to another session, which Cegos queues.</summary>
public sealed class RegistrationDeferral
{
    /// <summary>Gets or sets the number of the registration.</summary>
    [WireName("registrationNumber", WireFormat.Id)]
    public string RegistrationNumber { get; set; } = string.Empty;

    /// <summary>Gets or sets the ID of the target session.</summary>
    [WireName("sessionId", WireFormat.Id)]
    public string SessionId { get; set; } = string.Empty;
}
