namespace TrainingApis.Cegos;

/// <summary>A registration to make. What is null is not sent. Source: <c>https://api.cegos.fr/Documentations/ApiRegistration</c>.</summary>
public sealed class NewRegistration
{
    /// <summary>The CRM id of the trainee's manager.</summary>
    [WireName("managerCrmId", WireFormat.Id)]
    public string ManagerCrmId { get; set; } = string.Empty;

    /// <summary>True where that is the id of a lead, false of a contact; the text <c>"true"</c> or <c>"false"</c> on the wire.</summary>
    [WireName("managerCrmIsLead", WireFormat.Text)]
    public bool ManagerCrmIsLead { get; set; }

    /// <summary>The CRM id of the trainee.</summary>
    [WireName("traineeCrmId", WireFormat.Id)]
    public string TraineeCrmId { get; set; } = string.Empty;

    /// <summary>True where that is the id of a lead, false of a contact; the text <c>"true"</c> or <c>"false"</c> on the wire.</summary>
    [WireName("traineeCrmIsLead", WireFormat.Text)]
    public bool TraineeCrmIsLead { get; set; }

    /// <summary>The session. That it is the catalogue's <c>YearlySessionCode</c> is inferred.</summary>
    [WireName("sessionId", WireFormat.Id)]
    public string SessionId { get; set; } = string.Empty;

    /// <summary>The customer's own reference.</summary>
    [WireName("clientReference", WireFormat.Id)]
    public string? ClientReference { get; set; }

    /// <summary>The channel, <c>WEB</c>.</summary>
    [WireName("canal", WireFormat.Id)]
    public string? Canal { get; set; }

    /// <summary>Free text.</summary>
    [WireName("comments")]
    public string? Comments { get; set; }

    /// <summary>Whether it is paid by the personal training account (CPF).</summary>
    [WireName("isCPF")]
    public bool? IsCpf { get; set; }

    /// <summary>Hours of the CPF, a number as text on the wire.</summary>
    [WireName("cpfHours", WireFormat.Text)]
    public decimal? CpfHours { get; set; }

    /// <summary>Whether meals are included.</summary>
    [WireName("includeMeal")]
    public bool? IncludeMeal { get; set; }

    /// <summary>Whether to register although the session is full.</summary>
    [WireName("overbooking")]
    public bool? Overbooking { get; set; }

    /// <summary>The id of the sale on the web site.</summary>
    [WireName("webSaleId", WireFormat.Id)]
    public string? WebSaleId { get; set; }
}
