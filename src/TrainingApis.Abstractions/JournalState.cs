namespace TrainingApis;

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
