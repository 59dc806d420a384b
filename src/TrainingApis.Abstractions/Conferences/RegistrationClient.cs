namespace TrainingApis.Conferences;

/// <summary>Represents the person who is registered.</summary>
public sealed class RegistrationClient : NestedObject
{
    /// <summary>Gets or sets the id in the vendor's CRM.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the given name.</summary>
    public string? FirstName { get; set; }

    /// <summary>Gets or sets the family name.</summary>
    public string? LastName { get; set; }

    /// <summary>Gets or sets the e-mail address.</summary>
    public string? EmailAddress { get; set; }

    /// <summary>Gets or sets the phone number.</summary>
    public string? PhoneNumber { get; set; }

    /// <summary>The name, or the id where there is none.</summary>
    public override string ToString() => $"{FirstName} {LastName}".Trim() is { Length: > 0 } name ? name : Id ?? string.Empty;
}
