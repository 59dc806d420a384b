namespace TrainingApis.Cegos;

/// <summary>A registration to make. What is null is not sent. Source: <c>https://api.cegos.fr/Documentations/ApiRegistration</c>.</summary>
public sealed class NewRegistration
{
    /// <summary>The CRM id of the trainee's manager.</summary>
    public string ManagerCrmId { get; set; } = string.Empty;

    /// <summary>True where that is the id of a lead, false of a contact; the text <c>"true"</c> or <c>"false"</c> on the wire.</summary>
    public bool ManagerCrmIsLead { get; set; }

    /// <summary>The CRM id of the trainee.</summary>
    public string TraineeCrmId { get; set; } = string.Empty;

    /// <summary>True where that is the id of a lead, false of a contact; the text <c>"true"</c> or <c>"false"</c> on the wire.</summary>
    public bool TraineeCrmIsLead { get; set; }

    /// <summary>The session. That it is the catalogue's <c>YearlySessionCode</c> is inferred.</summary>
    public string SessionId { get; set; } = string.Empty;

    /// <summary>The customer's own reference.</summary>
    public string? ClientReference { get; set; }

    /// <summary>The channel, <c>WEB</c>.</summary>
    public string? Canal { get; set; }

    /// <summary>Free text.</summary>
    public string? Comments { get; set; }

    /// <summary>Whether it is paid by the personal training account (CPF).</summary>
    public bool? IsCpf { get; set; }

    /// <summary>Hours of the CPF, a number as text on the wire.</summary>
    public decimal? CpfHours { get; set; }

    /// <summary>Whether meals are included.</summary>
    public bool? IncludeMeal { get; set; }

    /// <summary>Whether to register although the session is full.</summary>
    public bool? Overbooking { get; set; }

    /// <summary>The id of the sale on the web site.</summary>
    public string? WebSaleId { get; set; }
}
