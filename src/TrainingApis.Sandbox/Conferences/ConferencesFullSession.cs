namespace TrainingApis.Sandbox.Conferences;

/// <summary>What becomes of an accepted registration for which there are no seats left: the vendor does not say.</summary>
public enum ConferencesFullSession
{
    /// <summary>An error.</summary>
    Refuse,

    /// <summary>It goes to the waiting list, and says so in its status.</summary>
    WaitingList,
}
