namespace TrainingApis.Conferences;

/// <summary>What the value of a form item must look like.</summary>
public sealed class FormValueFormat : NestedObject
{
    /// <summary>The most characters.</summary>
    public decimal? MaxLength { get; set; }

    /// <summary>The fewest characters.</summary>
    public decimal? MinLength { get; set; }

    /// <summary>What kind of pattern <see cref="RegexValue"/> is.</summary>
    public string? RegexType { get; set; }

    /// <summary>A pattern that it must match.</summary>
    public string? RegexValue { get; set; }

    /// <summary>A format by name; the list is open.</summary>
    public string? ValueFormat { get; set; }

    /// <summary>The format's name, or its pattern.</summary>
    public override string ToString() => ValueFormat ?? RegexValue ?? string.Empty;
}
