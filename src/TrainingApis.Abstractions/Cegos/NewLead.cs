namespace TrainingApis.Cegos;

/// <summary>
/// Represents a lead to create. Null values are not sent. Source: <c>https://api.cegos.fr/Documentations/ApiRegistration</c>.
/// </summary>
public sealed class NewLead
{
    /// <summary>Gets or sets the civility, which is sent as a number.</summary>
    [WireName("civility", WireFormat.Number)]
    public Civility Civility { get; set; }

    /// <summary>Gets or sets whether the person wants to receive e-mails; sent as 0 or 1.</summary>
    [WireName("emailing", WireFormat.ZeroOrOne)]
    public bool Emailing { get; set; }

    /// <summary>Gets or sets the family name.</summary>
    [WireName("lastName")]
    public string? LastName { get; set; }

    /// <summary>Gets or sets the given name.</summary>
    [WireName("firstName")]
    public string? FirstName { get; set; }

    /// <summary>Gets or sets the phone number, such as <c>+33123456789</c>.</summary>
    [WireName("phoneNumber")]
    public string? PhoneNumber { get; set; }

    /// <summary>Gets or sets the e-mail address. Cegos validates its format.</summary>
    [WireName("email")]
    public string? Email { get; set; }

    /// <summary>Gets or sets the name of the company.</summary>
    [WireName("companyName")]
    public string? CompanyName { get; set; }

    /// <summary>Gets or sets the name of the establishment.</summary>
    [WireName("establishmentName")]
    public string? EstablishmentName { get; set; }

    /// <summary>Gets or sets the SIREN number (nine digits).</summary>
    [WireName("siren", WireFormat.Id)]
    public string? Siren { get; set; }

    /// <summary>Gets or sets the SIRET number (fourteen digits).</summary>
    [WireName("siret", WireFormat.Id)]
    public string? Siret { get; set; }

    /// <summary>Gets or sets the street address.</summary>
    [WireName("address")]
    public string? Address { get; set; }

    /// <summary>Gets or sets the postal code, as text.</summary>
    [WireName("postalCode")]
    public string? PostalCode { get; set; }

    /// <summary>Gets or sets the city.</summary>
    [WireName("city")]
    public string? City { get; set; }

    /// <summary>Gets or sets the name or the code (<c>FR</c>) of the country.</summary>
    [WireName("country")]
    public string? Country { get; set; }

    /// <summary>Gets or sets the Cegos code of the position.</summary>
    [WireName("positionCode", WireFormat.Id)]
    public string? PositionCode { get; set; }

    /// <summary>Gets or sets the Cegos code of the activity.</summary>
    [WireName("activityCode", WireFormat.Id)]
    public string? ActivityCode { get; set; }

    /// <summary>Gets or sets the ID of the person on the website.</summary>
    [WireName("userWebId", WireFormat.Id)]
    public string? UserWebId { get; set; }

    /// <summary>Gets or sets the kind of lead, such as <c>PROSPECT</c>.</summary>
    [WireName("type")]
    public string? Type { get; set; }
}

/// <summary>Specifies a civility, which is a number in the API. The number 3 does not exist.</summary>
public enum Civility
{
    /// <summary>The civility is not known.</summary>
    Unknown = 0,

    /// <summary>A man.</summary>
    Mr = 1,

    /// <summary>A woman.</summary>
    Mrs = 2,

    /// <summary>A company.</summary>
    Company = 4,

    /// <summary>A group of companies.</summary>
    Group = 5,

    /// <summary>A branch.</summary>
    Branch = 6,

    /// <summary>A business.</summary>
    Business = 7,

    /// <summary>A head office.</summary>
    HeadOffice = 8,

    /// <summary>A secondary establishment.</summary>
    SecondaryEstablishment = 9,

    /// <summary>A private person.</summary>
    Particular = 10,

    /// <summary>An establishment that is not the head office.</summary>
    NonHeadquarteredEstablishment = 11,

    /// <summary>A subsidiary company.</summary>
    SubsidiaryCompany = 12,
}
