using System.Globalization;

namespace TrainingApis.Cegos;

/// <summary>Represents a formula: one way to take a product, with its modules.</summary>
public sealed class Formula : NestedObject
{
    /// <summary>Gets or sets the ID of the formula.</summary>
    public int? Id { get; set; }

    /// <summary>Gets or sets the name.</summary>
    public string? Label { get; set; }

    /// <summary>Gets or sets the modules.</summary>
    public ItemList<FormulaModule> Modules { get; set; } = ItemList<FormulaModule>.Empty;

    /// <summary>Gets the name, and the codes of the modules: <c>F1 (P01, PRAC102_FR)</c>.</summary>
    public override string ToString() =>
        Modules.Count == 0 ? Label ?? string.Empty
            : $"{Label} ({string.Join(", ", Modules.Select(module => module.Code ?? module.Label))})".TrimStart();
}

/// <summary>
/// Represents a module of a formula. The three delays are the same time span in three units, with seven hours per day. Do not add them.
/// </summary>
public sealed class FormulaModule : NestedObject
{
    /// <summary>Gets or sets the ID of a product if <see cref="IsProduct"/> is true; otherwise, of a module.</summary>
    public int? Id { get; set; }

    /// <summary>Gets or sets the code of a product if <see cref="IsProduct"/> is true; otherwise, of a module.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets the position in the formula.</summary>
    public int? Order { get; set; }

    /// <summary>Gets or sets whether the module is optional.</summary>
    public bool? Optional { get; set; }

    /// <summary>Gets or sets whether the module is itself a product.</summary>
    public bool? IsProduct { get; set; }

    /// <summary>Gets or sets the name.</summary>
    public string? Label { get; set; }

    /// <summary>Gets or sets the delivery mode, such as <c>Présentiel</c> or <c>A distance</c>. Other values are possible.</summary>
    public string? DeliveryMode { get; set; }

    /// <summary>Gets or sets the time span in days.</summary>
    public decimal? DelayInDay { get; set; }

    /// <summary>Gets or sets the same time span in hours.</summary>
    public decimal? DelayInHour { get; set; }

    /// <summary>Gets or sets the same time span in minutes.</summary>
    public decimal? DelayInMinute { get; set; }

    /// <summary>Gets the code and the name.</summary>
    public override string ToString() => $"{Code} {Label}".Trim();
}

/// <summary>
/// Represents the duration of a product. Hours and days both express the complete duration, as Cegos sends it. Do not add them. Durations
/// are compared by their hours, and can also be compared with a number of hours.
/// </summary>
public sealed class CommercialDuration : NestedObject
{
    private const decimal HoursPerDay = 7;

    /// <summary>Creates a duration without values.</summary>
    public CommercialDuration() { }

    /// <summary>Creates a duration in hours, for comparisons.</summary>
    /// <param name="hours">The number of hours.</param>
    public CommercialDuration(double hours) => Hours = (decimal)hours;

    /// <summary>Gets or sets the number of days, with seven hours per day.</summary>
    public decimal? Days { get; set; }

    /// <summary>Gets or sets the number of hours.</summary>
    public decimal? Hours { get; set; }

    /// <summary>Gets or sets the number of minutes.</summary>
    public decimal? Minutes { get; set; }

    /// <summary>Gets or sets whether the numbers were set manually.</summary>
    public bool? ForcedValues { get; set; }

    /// <summary>Gets or sets whether remote activities are included.</summary>
    public bool? RemoteActivityIncluded { get; set; }

    /// <inheritdoc/>
    public override int CompareTo(object? obj) => obj switch
    {
        CommercialDuration other => TotalHours().CompareTo(other.TotalHours()),
        IConvertible and not string => TotalHours().CompareTo(Convert.ToDecimal(obj, CultureInfo.InvariantCulture)),
        _ => base.CompareTo(obj),
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IConvertible and not string ? CompareTo(obj) == 0 : base.Equals(obj);

    /// <inheritdoc/>
    public override int GetHashCode() => TotalHours().GetHashCode();

    /// <summary>Gets the duration as text: <c>21 h in 3 days</c>.</summary>
    public override string ToString()
    {
        var days = Days is null or 0 ? string.Empty : Part(Days, Days == 1 ? "day" : "days");
        var time = string.Join(" ", new[] { Part(Hours, "h"), Part(Minutes, "min") }.Where(part => part.Length > 0));
        return days.Length == 0 ? time : time.Length == 0 ? days : $"{time} in {days}";
    }

    private decimal TotalHours() => Hours is null or 0 && Minutes is null or 0
        ? (Days ?? 0) * HoursPerDay
        : (Hours ?? 0) + ((Minutes ?? 0) / 60);

    private static string Part(decimal? number, string unit) =>
        number is null or 0 ? string.Empty : number.Value.ToString("0.##", CultureInfo.InvariantCulture) + " " + unit;
}
