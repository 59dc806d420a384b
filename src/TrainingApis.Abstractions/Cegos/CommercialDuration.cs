using System.Globalization;

namespace TrainingApis.Cegos;

/// <summary>How long a product is said to take. Cegos writes the numbers as text.</summary>
public sealed class CommercialDuration
{
    /// <summary>Days of seven hours.</summary>
    public decimal? Days { get; set; }

    /// <summary>Hours.</summary>
    public decimal? Hours { get; set; }

    /// <summary>Minutes.</summary>
    public decimal? Minutes { get; set; }

    /// <summary>True where the numbers were set by hand.</summary>
    public bool? ForcedValues { get; set; }

    /// <summary>True where remote activities are counted.</summary>
    public bool? RemoteActivityIncluded { get; set; }

    /// <summary>What is not zero: <c>2 d 14 h</c>.</summary>
    public override string ToString() =>
        string.Join(" ", new[] { Part(Days, "d"), Part(Hours, "h"), Part(Minutes, "min") }.Where(part => part.Length > 0));

    private static string Part(decimal? number, string unit) =>
        number is null or 0 ? string.Empty : number.Value.ToString("0.##", CultureInfo.InvariantCulture) + " " + unit;
}
