namespace TrainingApis;

/// <summary>Represents the last state of one step of one change in a journal.</summary>
public sealed class JournalEntry
{
    /// <summary>Gets or sets the command that made the change.</summary>
    public string Command { get; set; } = string.Empty;

    /// <summary>Gets or sets the step: <c>create</c>, or the parts of a change that has several.</summary>
    public string Step { get; set; } = string.Empty;

    /// <summary>Gets or sets the number of the input object, from 1; null where the change came from the command line alone.</summary>
    public int? Row { get; set; }

    /// <summary>Gets or sets the last state.</summary>
    public JournalState State { get; set; }

    /// <summary>Gets or sets the vendor's id of what was made or changed.</summary>
    public string? Reference { get; set; }

    /// <summary>Gets or sets the error id, where it failed.</summary>
    public string? Error { get; set; }

    /// <summary>Gets or sets which of several equal rows of the run, from 1.</summary>
    public int Occurrence { get; set; }

    /// <summary>Gets or sets the SHA-256 of command, address, account and fields.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>Gets or sets when that state was written.</summary>
    public DateTimeOffset Time { get; set; }
}

/// <summary>Specifies the state of a step of a change.</summary>
public enum JournalState
{
    /// <summary>It was about to be sent; what became of it was not written down.</summary>
    Started,

    /// <summary>The vendor did it.</summary>
    Succeeded,

    /// <summary>The vendor refused it, or it never reached the vendor: it may be sent again.</summary>
    Rejected,

    /// <summary>It was sent, and its outcome is unknown.</summary>
    InDoubt,
}
