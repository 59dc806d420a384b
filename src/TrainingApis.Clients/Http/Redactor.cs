using System.Buffers.Text;
using System.Text;

namespace TrainingApis.Clients.Http;

/// <summary>
/// Takes the connection's secrets out of every text that came from outside before it is shown: as they are, percent-encoded, and
/// inside base64. It keeps no secret itself, only fingerprints: length and a hash under a random base that is never the same twice.
/// </summary>
internal sealed class Redactor
{
    public const string Mask = "***";
    public const int ReasonLength = 1000;

    private const int ShortestSecret = 4;
    private const int MostForms = 512; // the oldest tokens are dropped; they have ended long before

    private readonly ulong _base = (ulong)BitConverter.ToInt64(Guid.NewGuid().ToByteArray(), 0) | 1;
    private readonly object _gate = new();
    private Form[] _forms = [];

    /// <summary>From now on this is a secret.</summary>
    public void AddSecret(ReadOnlySpan<char> secret)
    {
        if (secret.Length < ShortestSecret)
        {
            return;
        }

        var forms = new List<Form> { Fingerprint(secret) };
        var utf8 = new byte[Encoding.UTF8.GetByteCount(secret)];
        Encoding.UTF8.GetBytes(secret, utf8);
        var encoded = new byte[utf8.Length * 3];
        var length = PercentEncode(utf8, encoded, "0123456789ABCDEF");
        forms.Add(Fingerprint(encoded.AsSpan(0, length)));
        length = PercentEncode(utf8, encoded, "0123456789abcdef");
        forms.Add(Fingerprint(encoded.AsSpan(0, length)));
        AddBase64(forms, utf8);
        Array.Clear(utf8, 0, utf8.Length);
        Array.Clear(encoded, 0, encoded.Length);
        lock (_gate)
        {
            _forms = forms.Concat(_forms).Distinct().Take(MostForms).ToArray();
        }
    }

    /// <summary>The text without secrets and control characters, cut to a length.</summary>
    public string? Redact(string? text, int maximumLength = ReasonLength)
    {
        if (text is null)
        {
            return null;
        }

        var tidy = OneLine.Of(Hide(text)).Trim();
        return tidy.Length <= maximumLength ? tidy : tidy[..maximumLength] + "…";
    }

    /// <summary>The exception, or null where a secret is anywhere in it.</summary>
    public Exception? Safe(Exception? exception) => exception is not null
        && Hide(exception.ToString()) == exception.ToString() ? exception : null;

    private string Hide(string text)
    {
        var hidden = new bool[text.Length];
        var found = false;
        foreach (var length in _forms.GroupBy(form => form.Length).Where(length => length.Key <= text.Length))
        {
            found |= Mark(text, length.Key, length.Select(form => form.Hash).ToHashSet(), hidden);
        }

        if (!found)
        {
            return text;
        }

        var result = new StringBuilder();
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

    /// <summary>Rolls a hash over all stretches of that length, and marks those that are known.</summary>
    private bool Mark(string text, int length, HashSet<ulong> hashes, bool[] hidden)
    {
        var found = false;
        ulong hash = 0, highest = 1;
        for (var i = 1; i < length; i++)
        {
            highest = unchecked(highest * _base);
        }

        for (var end = 0; end < text.Length; end++)
        {
            if (end >= length)
            {
                hash = unchecked(hash - (text[end - length] + 1UL) * highest);
            }

            hash = unchecked(hash * _base + text[end] + 1UL);
            if (end < length - 1 || !hashes.Contains(hash))
            {
                continue;
            }

            hidden.AsSpan(end - length + 1, length).Fill(true);
            found = true;
        }
        return found;
    }

    /// <summary>Base64 of a longer text has the secret at one of three shifts; the characters it shares with its neighbours are left
    /// out.</summary>
    private void AddBase64(List<Form> forms, ReadOnlySpan<byte> secret)
    {
        for (var shift = 0; shift < 3; shift++)
        {
            var bytes = new byte[shift + secret.Length];
            secret.CopyTo(bytes.AsSpan(shift));
            var encoded = new byte[Base64.GetMaxEncodedToUtf8Length(bytes.Length)];
            Base64.EncodeToUtf8(bytes, encoded, out _, out _);
            var first = (shift * 8 + 5) / 6;
            var text = encoded.AsSpan(first, bytes.Length * 8 / 6 - first);
            forms.Add(Fingerprint(text));
            foreach (ref var character in text) // the other alphabet
            {
                character = character switch { (byte)'+' => (byte)'-', (byte)'/' => (byte)'_', _ => character };
            }

            forms.Add(Fingerprint(text));
            Array.Clear(bytes, 0, bytes.Length);
            Array.Clear(encoded, 0, encoded.Length);
        }
    }

    private static int PercentEncode(ReadOnlySpan<byte> utf8, Span<byte> destination, string digits)
    {
        var length = 0;
        foreach (var value in utf8)
        {
            if (value < 128 && (char.IsLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~'))
            {
                destination[length++] = value;
                continue;
            }

            destination[length++] = (byte)'%';
            destination[length++] = (byte)digits[value >> 4];
            destination[length++] = (byte)digits[value & 15];
        }

        return length;
    }

    private Form Fingerprint(ReadOnlySpan<char> text)
    {
        ulong hash = 0;
        foreach (var character in text)
        {
            hash = unchecked(hash * _base + character + 1UL);
        }

        return new Form(text.Length, hash);
    }

    private Form Fingerprint(ReadOnlySpan<byte> ascii)
    {
        ulong hash = 0;
        foreach (var character in ascii)
        {
            hash = unchecked(hash * _base + character + 1UL);
        }

        return new Form(ascii.Length, hash);
    }

    private readonly record struct Form(int Length, ulong Hash);
}
