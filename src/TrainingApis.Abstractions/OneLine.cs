namespace TrainingApis;

/// <summary>
/// Shows foreign text on one line and keeps it from controlling the terminal. What begins a new line or changes the direction of text
/// becomes a space; every other control character becomes its symbol, such as ␛.
/// </summary>
internal static class OneLine
{
    private const int Symbols = 0x2400;

    /// <summary>Gets the text on one line, with each of its other characters as it is.</summary>
    public static string Of(string text) => text.Any(IsReplaced) ? string.Concat(text.Select(Show)) : text;

    private static char Show(char character) => character switch
    {
        _ when !IsReplaced(character) => character,
        _ when char.IsWhiteSpace(character) || !char.IsControl(character) => ' ',
        '\u007F' => '␡',
        _ => (char)(Symbols + (character & 0x1F)), // U+0080 to U+009F show as their counterparts below U+0020: U+009B as ESC
    };

    private static bool IsReplaced(char character) =>
        char.IsControl(character) || character is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
