namespace TrainingApis.Conferences;

/// <summary>Who is registered, as a registration shows it.</summary>
public sealed class RegistrationClient : NestedObject
{
    /// <summary>The id in the vendor's CRM.</summary>
    public string? Id { get; set; }

    /// <summary>Given name.</summary>
    public string? FirstName { get; set; }

    /// <summary>Family name.</summary>
    public string? LastName { get; set; }

    /// <summary>E-mail address.</summary>
    public string? EmailAddress { get; set; }

    /// <summary>Phone number.</summary>
    public string? PhoneNumber { get; set; }

    /// <summary>The name, or the id where there is none.</summary>
    public override string ToString() => $"{FirstName} {LastName}".Trim() is { Length: > 0 } name ? name : Id ?? string.Empty;
}
