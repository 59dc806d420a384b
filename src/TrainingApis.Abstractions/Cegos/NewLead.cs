namespace TrainingApis.Cegos;

/// <summary>A lead to create. What is null is not sent. Source: <c>https://api.cegos.fr/Documentations/ApiRegistration</c>.</summary>
public sealed class NewLead
{
    /// <summary>Civility, a number on the wire.</summary>
    [WireName("civility", WireFormat.Number)]
    public Civility Civility { get; set; }

    /// <summary>Whether the person wants mail; 0 or 1 on the wire.</summary>
    [WireName("emailing", WireFormat.ZeroOrOne)]
    public bool Emailing { get; set; }

    /// <summary>Family name.</summary>
    [WireName("lastName")]
    public string? LastName { get; set; }

    /// <summary>Given name.</summary>
    [WireName("firstName")]
    public string? FirstName { get; set; }

    /// <summary>Phone number, <c>+33123456789</c>.</summary>
    [WireName("phoneNumber")]
    public string? PhoneNumber { get; set; }

    /// <summary>E-mail address; the vendor checks its form.</summary>
    [WireName("email")]
    public string? Email { get; set; }

    /// <summary>The company's name.</summary>
    [WireName("companyName")]
    public string? CompanyName { get; set; }

    /// <summary>The establishment's name.</summary>
    [WireName("establishmentName")]
    public string? EstablishmentName { get; set; }

    /// <summary>SIREN, nine digits.</summary>
    [WireName("siren", WireFormat.Id)]
    public string? Siren { get; set; }

    /// <summary>SIRET, fourteen digits.</summary>
    [WireName("siret", WireFormat.Id)]
    public string? Siret { get; set; }

    /// <summary>Street address.</summary>
    [WireName("address")]
    public string? Address { get; set; }

    /// <summary>Postal code, as text.</summary>
    [WireName("postalCode")]
    public string? PostalCode { get; set; }

    /// <summary>City.</summary>
    [WireName("city")]
    public string? City { get; set; }

    /// <summary>Country, by name or code (<c>FR</c>).</summary>
    [WireName("country")]
    public string? Country { get; set; }

    /// <summary>The vendor's code of the position.</summary>
    [WireName("positionCode", WireFormat.Id)]
    public string? PositionCode { get; set; }

    /// <summary>The vendor's code of the activity.</summary>
    [WireName("activityCode", WireFormat.Id)]
    public string? ActivityCode { get; set; }

    /// <summary>The person's id on the web site.</summary>
    [WireName("userWebId", WireFormat.Id)]
    public string? UserWebId { get; set; }

    /// <summary>The kind of lead, <c>PROSPECT</c>.</summary>
    [WireName("type")]
    public string? Type { get; set; }
}
