namespace TrainingApis;

/// <summary>What a journal knows of one step of one change: its last state.</summary>
public sealed class JournalEntry
{
    /// <summary>The command that made the change.</summary>
    public string Command { get; set; } = string.Empty;

    /// <summary>The step: <c>create</c>, or the parts of a change that has several.</summary>
    public string Step { get; set; } = string.Empty;

    /// <summary>The number of the input object, from 1; null where the change came from the command line alone.</summary>
    public int? Row { get; set; }

    /// <summary>The last state.</summary>
    public JournalState State { get; set; }

    /// <summary>The vendor's id of what was made or changed.</summary>
    public string? Reference { get; set; }

    /// <summary>The error id, where it failed.</summary>
    public string? Error { get; set; }

    /// <summary>Which of several equal rows of the run, from 1.</summary>
    public int Occurrence { get; set; }

    /// <summary>The SHA-256 of command, address, account and fields.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>When that state was written.</summary>
    public DateTimeOffset Time { get; set; }
}
