namespace TrainingApis.Sandbox.Conferences;

/// <summary>What ids are in answers. In requests they are text, always.</summary>
public enum ConferencesIdShape
{
    /// <summary>One item's id is text, another's a number, always the same for one item.</summary>
    Mixed,

    /// <summary>JSON strings.</summary>
    Text,

    /// <summary>JSON numbers.</summary>
    Number,
}
