namespace TrainingApis;

/// <summary>Represents the last state of a step of a change in a journal.</summary>
public sealed class JournalEntry
{
    /// <summary>Gets or sets the command that made the change.</summary>
    public string Command { get; set; } = string.Empty;

    /// <summary>Gets or sets the step, such as <c>create</c>. A change can have several steps.</summary>
    public string Step { get; set; } = string.Empty;

    /// <summary>Gets or sets the number of the input object, from 1; null if the change is only from the command line.</summary>
    public int? Row { get; set; }

    /// <summary>Gets or sets the last state.</summary>
    public JournalState State { get; set; }

    /// <summary>Gets or sets the vendor's ID of the created or changed object.</summary>
    public string? Reference { get; set; }

    /// <summary>Gets or sets the error ID, if the step failed.</summary>
    public string? Error { get; set; }

    /// <summary>Gets or sets the number of the row among equal rows of the run, from 1.</summary>
    public int Occurrence { get; set; }

    /// <summary>Gets or sets the SHA-256 hash of the command, address, account and fields.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>Gets or sets the time at which the state was written.</summary>
    public DateTimeOffset Time { get; set; }
}

/// <summary>Specifies the state of a step of a change.</summary>
public enum JournalState
{
    /// <summary>The step was about to be sent, and its outcome was not written.</summary>
    Started,

    /// <summary>The vendor made the change.</summary>
    Succeeded,

    /// <summary>The vendor refused the change or did not receive it. It may be sent again.</summary>
    Rejected,

    /// <summary>The change was sent, and its outcome is unknown.</summary>
    InDoubt,
}
