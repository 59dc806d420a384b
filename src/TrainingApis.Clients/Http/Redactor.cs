using System.Text;

namespace TrainingApis.Clients.Http;

/// <summary>
/// Removes the secrets of the connection from texts of a vendor or proxy before they are shown: in plain text and in every encoding that
/// <see cref="DecodedText"/> decodes, also in two of them. It contains no secrets, only their lengths and hashes with a random base.
/// </summary>
internal sealed class Redactor
{
    public const string Mask = "***";
    public const int ReasonLength = 1000;

    private const int ShortestSecret = 4;
    private const int MaximumSecrets = 512; // The oldest tokens are dropped. They have expired long before.
    private const int Beyond = 8192; // Text far behind the limit is not searched.

    private readonly ulong _base = (ulong)BitConverter.ToInt64(Guid.NewGuid().ToByteArray(), 0) | 1;
    private readonly object _gate = new();
    private (int Length, ulong Hash)[] _secrets = [];
    private Fingerprints[] _lengths = [];

    /// <summary>Adds a secret.</summary>
    public void AddSecret(ReadOnlySpan<char> secret)
    {
        if (secret.Length < ShortestSecret)
        {
            return;
        }

        var utf8 = new byte[Encoding.UTF8.GetByteCount(secret)];
        Encoding.UTF8.GetBytes(secret, utf8);
        ulong hash = 0;
        foreach (var value in utf8)
        {
            hash = Add(hash, value);
        }

        Array.Clear(utf8, 0, utf8.Length);
        lock (_gate)
        {
            _secrets = _secrets.Prepend((utf8.Length, hash)).Distinct().Take(MaximumSecrets).ToArray();
            _lengths = _secrets.GroupBy(known => known.Length, known => known.Hash)
                .Select(length => new Fingerprints(length.Key, length, _base)).ToArray();
        }
    }

    /// <summary>Gets the text without secrets and control characters, shortened to a length.</summary>
    public string? Redact(string? text, int maximumLength = ReasonLength)
    {
        if (text is null)
        {
            return null;
        }

        var near = text.Length <= maximumLength + Beyond ? text : text[..(maximumLength + Beyond)];
        var tidy = OneLine.Of(Hide(near)).Trim();
        return tidy.Length <= maximumLength ? tidy : tidy[..maximumLength] + "…";
    }

    /// <summary>Gets the exception, or null if any part of it contains a secret.</summary>
    public Exception? Safe(Exception? exception) =>
        exception?.ToString() is { } text && Hide(text) == text ? exception : null;

    private string Hide(string text)
    {
        var lengths = _lengths;
        if (lengths.Length == 0)
        {
            return text;
        }

        var hidden = new bool[text.Length];
        var plain = DecodedText.Of(text);
        foreach (var layer in plain.Decode().SelectMany(once => once.Decode().Prepend(once)).Prepend(plain))
        {
            foreach (var length in lengths)
            {
                Mark(layer, length, hidden);
            }
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!hidden[i])
            {
                result.Append(text[i]);
            }
            else if (i == 0 || !hidden[i - 1])
            {
                result.Append(Mask);
            }
        }

        return result.ToString();
    }

    /// <summary>Calculates a rolling hash over all ranges of a length, and marks the characters of known secrets.</summary>
    private void Mark(DecodedText layer, Fingerprints known, bool[] hidden)
    {
        var bytes = layer.Bytes;
        ulong hash = 0;
        for (var end = 0; end < bytes.Length; end++)
        {
            if (end >= known.Length)
            {
                hash = unchecked(hash - (bytes[end - known.Length] + 1UL) * known.Highest);
            }

            hash = Add(hash, bytes[end]);
            if (end >= known.Length - 1 && known.Contains(hash))
            {
                var (from, to) = layer.Source(end - known.Length + 1, end);
                hidden.AsSpan(from, to - from).Fill(true);
            }
        }
    }

    private ulong Add(ulong hash, byte value) => unchecked(hash * _base + value + 1UL);

    /// <summary>Represents the secrets of one length. A bit set excludes nearly all unknown hashes quickly.</summary>
    private sealed class Fingerprints
    {
        private const int Bits = 1 << 13;
        private readonly HashSet<ulong> _hashes;
        private readonly ulong[] _filter = new ulong[Bits / 64];

        public Fingerprints(int length, IEnumerable<ulong> hashes, ulong numberBase)
        {
            (Length, Highest, _hashes) = (length, 1, new HashSet<ulong>(hashes));
            for (var i = 1; i < length; i++)
            {
                Highest = unchecked(Highest * numberBase);
            }

            foreach (var hash in _hashes)
            {
                _filter[(hash & (Bits - 1)) >> 6] |= 1UL << (int)(hash & 63);
            }
        }

        public int Length { get; }

        /// <summary>Gets the weight of the first byte of a range.</summary>
        public ulong Highest { get; }

        public bool Contains(ulong hash) =>
            (_filter[(hash & (Bits - 1)) >> 6] & (1UL << (int)(hash & 63))) != 0 && _hashes.Contains(hash);
    }
}
