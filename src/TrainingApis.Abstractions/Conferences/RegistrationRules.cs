using System.Globalization;

namespace TrainingApis.Conferences;

/// <summary>Represents the rules of registrations for a conference.</summary>
public sealed class RegistrationRules : NestedObject
{
    /// <summary>Gets or sets whether it may be for more than one.</summary>
    public bool? AllowAdditionalSeats { get; set; }

    /// <summary>Gets or sets for how many more.</summary>
    public int? NumberOfAdditionalSeats { get; set; }

    /// <summary>Gets the rules as text.</summary>
    public override string ToString() => AllowAdditionalSeats switch
    {
        true => $"additional seats: {NumberOfAdditionalSeats?.ToString(CultureInfo.InvariantCulture) ?? "any number"}",
        false => "no additional seats",
        null => string.Empty,
    };
}
