namespace TrainingApis.Sandbox.Loop;

/// <summary>How the sentences of Loop that were seen with both apostrophes write theirs.</summary>
public enum LoopApostrophe
{
    /// <summary>One or the other, by what the sentence is about.</summary>
    Varied,

    /// <summary><c>'</c></summary>
    Straight,

    /// <summary><c>’</c></summary>
    Typographic,
}
