namespace TrainingApis.Sandbox.Conferences;

/// <summary>With which HTTP status the member <c>error</c> comes: it is what tells an error, whatever the status says.</summary>
public enum ConferencesErrorStatus
{
    /// <summary>What the request's sense forbids (a full session, a second cancellation) comes with 200, everything else with its own status.</summary>
    Mixed,

    /// <summary>Always with its own status.</summary>
    Proper,

    /// <summary>Always with 200.</summary>
    Success,
}
