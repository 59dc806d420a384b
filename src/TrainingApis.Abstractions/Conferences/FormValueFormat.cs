namespace TrainingApis.Conferences;

/// <summary>Represents the format of the value of a form item.</summary>
public sealed class FormValueFormat : NestedObject
{
    /// <summary>Gets or sets the most characters.</summary>
    public decimal? MaxLength { get; set; }

    /// <summary>Gets or sets the fewest characters.</summary>
    public decimal? MinLength { get; set; }

    /// <summary>Gets or sets what kind of pattern <see cref="RegexValue"/> is.</summary>
    public string? RegexType { get; set; }

    /// <summary>Gets or sets A pattern that it must match.</summary>
    public string? RegexValue { get; set; }

    /// <summary>Gets or sets A format by name; the list is open.</summary>
    public string? ValueFormat { get; set; }

    /// <summary>The format's name, or its pattern.</summary>
    public override string ToString() => ValueFormat ?? RegexValue ?? string.Empty;
}
