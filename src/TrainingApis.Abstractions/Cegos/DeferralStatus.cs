namespace TrainingApis.Cegos;

/// <summary>How far a deferral is. What is neither <see cref="Processed"/> nor <see cref="Error"/> is pending.</summary>
public enum DeferralStatus
{
    /// <summary>Waiting its turn.</summary>
    Scheduled,

    /// <summary>Done; whether well or badly, the answer's own code says.</summary>
    Processed,

    /// <summary>Failed.</summary>
    Error,

    /// <summary>A status that this version does not know; see the raw one. Counts as pending.</summary>
    Unknown,
}
