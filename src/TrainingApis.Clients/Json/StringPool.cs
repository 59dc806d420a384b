using TrainingApis.Clients.Http;

namespace TrainingApis.Clients.Json;

/// <summary>
/// Gives back the string it gave before for the same short text, so that labels, languages and cities that repeat by the thousand
/// are kept once, and not even decoded again. A text is kept when it comes a second time: codes and titles that come once would only
/// push out others, and make the garbage collector follow them. Of fixed size: a newer text takes the place of an older one. Threads
/// may race for a place; the worst that happens is a string more.
/// </summary>
internal sealed class StringPool
{
    /// <summary>Longer texts seldom repeat.</summary>
    public const int MaximumLength = 48;

    private const int Places = 2048;
    private readonly Entry?[] _entries = new Entry?[Places];
    private readonly uint[] _seen = new uint[Places];

    public string Get(ReadOnlySpan<byte> utf8)
    {
        var hash = 2166136261;
        foreach (var value in utf8)
        {
            hash = (hash ^ value) * 16777619;
        }

        var place = (hash ^ (hash >> 15)) % Places;
        var known = _entries[place];
        if (known is not null && utf8.SequenceEqual(known.Bytes))
        {
            return known.Text;
        }

        var text = Utf8Text.Strict.GetString(utf8);
        if (_seen[place] == hash)
        {
            _entries[place] = new Entry(utf8.ToArray(), text);
        }
        else
        {
            _seen[place] = hash;
        }

        return text;
    }

    private sealed class Entry
    {
        public Entry(byte[] bytes, string text) => (Bytes, Text) = (bytes, text);

        public byte[] Bytes { get; }

        public string Text { get; }
    }
}
