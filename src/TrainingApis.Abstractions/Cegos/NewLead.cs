namespace TrainingApis.Cegos;

/// <summary>A lead to create. What is null is not sent. Source: <c>https://api.cegos.fr/Documentations/ApiRegistration</c>.</summary>
public sealed class NewLead
{
    /// <summary>Civility, a number on the wire.</summary>
    public Civility Civility { get; set; }

    /// <summary>Whether the person wants mail; 0 or 1 on the wire.</summary>
    public bool Emailing { get; set; }

    /// <summary>Family name.</summary>
    public string? LastName { get; set; }

    /// <summary>Given name.</summary>
    public string? FirstName { get; set; }

    /// <summary>Phone number, <c>+33123456789</c>.</summary>
    public string? PhoneNumber { get; set; }

    /// <summary>E-mail address; the vendor checks its form.</summary>
    public string? Email { get; set; }

    /// <summary>The company's name.</summary>
    public string? CompanyName { get; set; }

    /// <summary>The establishment's name.</summary>
    public string? EstablishmentName { get; set; }

    /// <summary>SIREN, nine digits.</summary>
    public string? Siren { get; set; }

    /// <summary>SIRET, fourteen digits.</summary>
    public string? Siret { get; set; }

    /// <summary>Street address.</summary>
    public string? Address { get; set; }

    /// <summary>Postal code, as text.</summary>
    public string? PostalCode { get; set; }

    /// <summary>City.</summary>
    public string? City { get; set; }

    /// <summary>Country, by name or code (<c>FR</c>).</summary>
    public string? Country { get; set; }

    /// <summary>The vendor's code of the position.</summary>
    public string? PositionCode { get; set; }

    /// <summary>The vendor's code of the activity.</summary>
    public string? ActivityCode { get; set; }

    /// <summary>The person's id on the web site.</summary>
    public string? UserWebId { get; set; }

    /// <summary>The kind of lead, <c>PROSPECT</c>.</summary>
    public string? Type { get; set; }
}
