namespace TrainingApis.Loop;

/// <summary>Something was done to a client file.</summary>
public sealed class OperationResult
{
    /// <summary>The file's code.</summary>
    public string? CodeDossier { get; set; }

    /// <summary>The vendor's sentence, in French, if any.</summary>
    public string? Message { get; set; }

    /// <summary>True where an earlier run had done it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>The file's code.</summary>
    public override string ToString() => CodeDossier ?? string.Empty;
}
