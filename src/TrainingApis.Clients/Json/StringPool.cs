namespace TrainingApis.Clients.Json;

/// <summary>
/// Gives back the string it gave before for the same short text, so that labels, languages and cities that repeat by the thousand
/// are kept once. It is a cache of fixed size: a newer text takes the place of an older one. Threads may race for a place;
/// the worst that happens is a string more.
/// </summary>
internal sealed class StringPool
{
    /// <summary>Longer texts seldom repeat.</summary>
    public const int MaximumLength = 48;

    private const int Places = 2048;
    private readonly string?[] _strings = new string?[Places];

    public string Get(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return string.Empty;
        uint hash = 2166136261;
        foreach (var character in text)
            hash = (hash ^ character) * 16777619;
        ref var place = ref _strings[(hash ^ (hash >> 15)) % Places];
        var known = place;
        return known is not null && text.SequenceEqual(known.AsSpan()) ? known : place = new string(text);
    }
}
