namespace TrainingApis.Cegos;

/// <summary>Represents what comes before or after a training.</summary>
public sealed class ProgramSection : NestedObject
{
    /// <summary>Gets or sets the heading.</summary>
    public string? Title { get; set; }

    /// <summary>Gets or sets the text, HTML.</summary>
    public string? Text { get; set; }

    /// <summary>The heading.</summary>
    public override string ToString() => Title ?? string.Empty;
}
