namespace TrainingApis.Conferences;

/// <summary>Represents the rules of registrations for a conference.</summary>
public sealed class RegistrationRules
{
    /// <summary>Gets or sets whether it may be for more than one.</summary>
    public bool? AllowAdditionalSeats { get; set; }

    /// <summary>Gets or sets the for how many more.</summary>
    public int? NumberOfAdditionalSeats { get; set; }

    /// <summary>The rule in words.</summary>
    public override string ToString() => AllowAdditionalSeats switch
    {
        true => $"additional seats: {NumberOfAdditionalSeats?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "any number"}",
        false => "no additional seats",
        null => string.Empty,
    };
}
