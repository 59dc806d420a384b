namespace TrainingApis.Cmdlets.Base;

/// <summary>Matches text against wildcard patterns in any letter case.</summary>
internal sealed class TextFilter
{
    private readonly WildcardPattern[] _patterns;

    private TextFilter(IEnumerable<string> patterns) =>
        _patterns = [.. patterns.Select(pattern =>
            WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant))];

    /// <summary>Gets a filter; null if no pattern is specified.</summary>
    public static TextFilter? Of(IEnumerable<string>? patterns) => patterns is null ? null : new TextFilter(patterns);

    /// <summary>Gets a filter for product codes, with or without leading zeros; null if no pattern is specified.</summary>
    public static TextFilter? OfCodes(IEnumerable<string>? patterns) => Of(patterns?.Select(WithoutZeros));

    /// <summary>Gets whether a text contains wildcards.</summary>
    public static bool HasWildcards(string text) => WildcardPattern.ContainsWildcardCharacters(text);

    /// <summary>Gets whether a pattern matches the text. Null does not match any pattern.</summary>
    public bool Matches(string? text) => text is not null && Array.Exists(_patterns, pattern => pattern.IsMatch(text));

    /// <summary>Gets whether a pattern of <see cref="OfCodes"/> matches the code.</summary>
    public bool MatchesCode(string? code) => code is not null && Matches(WithoutZeros(code));

    /// <summary>Gets whether a pattern matches one of the texts.</summary>
    public bool MatchesAny(IEnumerable<string> texts) => texts.Any(Matches);

    private static string WithoutZeros(string code) => code.TrimStart('0') is { Length: > 0 } digits ? digits : code;
}
