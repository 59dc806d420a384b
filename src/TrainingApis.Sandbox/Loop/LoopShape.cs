namespace TrainingApis.Sandbox.Loop;

/// <summary>The forms in which Loop answers.</summary>
public enum LoopShape
{
    /// <summary>A JSON object with the sentence as <c>message</c>.</summary>
    Message,

    /// <summary>The sentence as a JSON string.</summary>
    JsonText,

    /// <summary>The bare sentence, which is no JSON.</summary>
    PlainText,

    /// <summary>No body at all.</summary>
    Nothing,

    /// <summary>A JSON object with <c>interloc</c>.</summary>
    Contact,

    /// <summary>A JSON object with <c>interloc</c> and <c>user</c>.</summary>
    ContactAndUser,
}
