namespace TrainingApis.Sandbox.Conferences;

/// <summary>How lists come. Only sibling APIs document the envelope, so both occur.</summary>
public enum ConferencesListShape
{
    /// <summary>Some lists one way, some the other, always the same for one list.</summary>
    Mixed,

    /// <summary><c>{"items":[…]}</c>.</summary>
    Items,

    /// <summary>A bare array.</summary>
    Array,
}
