namespace TrainingApis;

/// <summary>
/// Keeps foreign text from looking like a line of ours: what would begin a new line, move the cursor or turn the direction of what
/// follows becomes a blank.
/// </summary>
internal static class OneLine
{
    /// <summary>The text on one line, each of its other characters as it is.</summary>
    public static string Of(string text) =>
        text.Any(Breaks) ? string.Concat(text.Select(character => Breaks(character) ? ' ' : character)) : text;

    private static bool Breaks(char character) =>
        char.IsControl(character) || character is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
