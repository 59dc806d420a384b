namespace TrainingApis;

/// <summary>
/// Converts external text to one line that cannot control the terminal. Line breaks, tabs and characters that change the text direction
/// become spaces. All other control characters become their symbols, such as ␛.
/// </summary>
internal static class OneLine
{
    private const int Symbols = 0x2400;

    /// <summary>Gets the text on one line. All other characters are unchanged.</summary>
    public static string Of(string text) => text.Any(IsReplaced) ? string.Concat(text.Select(Show)) : text;

    private static char Show(char character) => character switch
    {
        _ when !IsReplaced(character) => character,
        _ when char.IsWhiteSpace(character) || !char.IsControl(character) => ' ',
        '\u007F' => '␡',
        // U+0080 to U+009F have the symbols of the control characters below U+0020: U+009B has that of ESC.
        _ => (char)(Symbols + (character & 0x1F)),
    };

    private static bool IsReplaced(char character) =>
        char.IsControl(character) || character is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
