using System.Globalization;

namespace TrainingApis.Conferences;

/// <summary>What a registration for a conference may hold.</summary>
public sealed class RegistrationRules : NestedObject
{
    /// <summary>Whether it may be for more than one.</summary>
    public bool? AllowAdditionalSeats { get; set; }

    /// <summary>For how many more.</summary>
    public int? NumberOfAdditionalSeats { get; set; }

    /// <summary>The rule in words.</summary>
    public override string ToString() => AllowAdditionalSeats switch
    {
        true => $"additional seats: {NumberOfAdditionalSeats?.ToString(CultureInfo.InvariantCulture) ?? "any number"}",
        false => "no additional seats",
        null => string.Empty,
    };
}
