namespace TrainingApis.Sandbox.Resamania;

/// <summary>What the <c>children</c> of a network node look like; the vendor changed it in release 6.5.0.</summary>
public enum ResamaniaNodeShape
{
    /// <summary>Objects, IRIs, a mixture, an empty list or nothing at all, by node.</summary>
    ByItem,

    /// <summary>Objects within objects; lists hold the roots only.</summary>
    Nested,

    /// <summary>IRIs, and each node names its parent; lists hold every node.</summary>
    Flat,

    /// <summary>No such member.</summary>
    Absent,
}
