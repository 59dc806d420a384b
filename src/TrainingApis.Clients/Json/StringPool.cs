namespace TrainingApis.Clients.Json;

/// <summary>
/// Provides one string for equal short texts, so that repeated labels, languages and cities are decoded and stored once. A text is stored
/// when it occurs a second time, so that unique codes and titles do not replace others. The pool has a fixed size, and newer texts replace
/// older ones. Threads can compete for an entry; the worst case is one additional string.
/// </summary>
internal sealed class StringPool
{
    /// <summary>Longer texts are seldom repeated.</summary>
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

    private sealed record Entry(byte[] Bytes, string Text);
}
