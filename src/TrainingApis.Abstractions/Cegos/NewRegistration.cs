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
