namespace TrainingApis.Cegos;

/// <summary>The programme of a training, in parts. Texts are HTML.</summary>
public sealed class ProgramContent : NestedObject
{
    /// <summary>What comes before.</summary>
    public ProgramSection? Before { get; set; }

    /// <summary>The heading of the parts.</summary>
    public string? DuringTitle { get; set; }

    /// <summary>The parts, at most ten.</summary>
    public ItemList<string> Parts { get; set; } = ItemList<string>.Empty;

    /// <summary>What comes after.</summary>
    public ProgramSection? After { get; set; }

    /// <summary>What to prepare beforehand.</summary>
    public string? Upstream { get; set; }

    /// <summary>What follows up.</summary>
    public string? Downstream { get; set; }

    /// <summary>The heading of the parts.</summary>
    public override string ToString() => DuringTitle ?? string.Empty;
}
