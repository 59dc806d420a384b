namespace TrainingApis.Cegos;

/// <summary>Represents the programme of a training, in parts. Texts are HTML.</summary>
public sealed class ProgramContent : NestedObject
{
    /// <summary>Gets or sets what comes before.</summary>
    public ProgramSection? Before { get; set; }

    /// <summary>Gets or sets the heading of the parts.</summary>
    public string? DuringTitle { get; set; }

    /// <summary>Gets or sets the parts, at most ten.</summary>
    public ItemList<string> Parts { get; set; } = ItemList<string>.Empty;

    /// <summary>Gets or sets what comes after.</summary>
    public ProgramSection? After { get; set; }

    /// <summary>Gets or sets what to prepare beforehand.</summary>
    public string? Upstream { get; set; }

    /// <summary>Gets or sets what follows up.</summary>
    public string? Downstream { get; set; }

    /// <summary>The heading of the parts.</summary>
    public override string ToString() => DuringTitle ?? string.Empty;
}

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
