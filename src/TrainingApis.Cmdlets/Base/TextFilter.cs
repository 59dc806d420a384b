namespace TrainingApis.Cmdlets.Base;

/// <summary>Matches text against wildcard patterns, ignoring case.</summary>
internal sealed class TextFilter
{
    private readonly WildcardPattern[] _patterns;

    private TextFilter(IEnumerable<string> patterns) =>
        _patterns = [.. patterns.Select(pattern =>
            WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant))];

    /// <summary>Gets a filter; null where no pattern is given.</summary>
    public static TextFilter? Of(IEnumerable<string>? patterns) => patterns is null ? null : new TextFilter(patterns);

    /// <summary>Gets a filter of codes of products, with or without zeros in front; null where no pattern is given.</summary>
    public static TextFilter? OfCodes(IEnumerable<string>? patterns) => Of(patterns?.Select(WithoutZeros));

    /// <summary>Tells whether a text contains wildcards.</summary>
    public static bool HasWildcards(string text) => WildcardPattern.ContainsWildcardCharacters(text);

    /// <summary>Tells whether a pattern matches the text. A missing text matches none.</summary>
    public bool Matches(string? text) => text is not null && Array.Exists(_patterns, pattern => pattern.IsMatch(text));

    /// <summary>Tells whether a pattern of <see cref="OfCodes"/> matches the code.</summary>
    public bool MatchesCode(string? code) => code is not null && Matches(WithoutZeros(code));

    /// <summary>Tells whether a pattern matches one of the texts.</summary>
    public bool MatchesAny(IEnumerable<string> texts) => texts.Any(Matches);

    private static string WithoutZeros(string code) => code.TrimStart('0') is { Length: > 0 } digits ? digits : code;
}
