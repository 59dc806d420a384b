using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Text;

namespace TrainingApis.Clients.Http;

/// <summary>
/// Represents a text as UTF-8 bytes and records the source characters of each byte. It decodes percent encoding (any case, any reserved
/// set, <c>%uXXXX</c>, <c>+</c> for a space), HTML entities, escapes of JSON, JavaScript, Java and Python, and base64 and base64url at any
/// position.
/// </summary>
internal sealed class DecodedText
{
    private const int ShortestBase64 = 6;
    private const int LongestEntity = 10;

    /// <summary>A decoder and the character without which a text contains nothing to decode.</summary>
    private static readonly (char Sign, Decoder Decode)[] Decoders =
    [
        ('%', static (to, from, at) => to.AddPercent(from, at)),
        ('+', static (to, from, at) => from._bytes[at] == '+' ? to.AddRune(' ', from.Source(at, at), at + 1) : to.AddPercent(from, at)),
        ('%', static (to, from, at) => to.AddScriptEscape(from, at)),
        ('&', static (to, from, at) => to.AddEntity(from, at)),
        ('\\', static (to, from, at) => to.AddBackslash(from, at, areBytes: false)),
        ('\\', static (to, from, at) => to.AddBackslash(from, at, areBytes: true)),
    ];

    private readonly byte[] _bytes;
    private readonly (int From, int To)[] _sources;

    /// <param name="capacity">The capacity in bytes. Decoding never makes a text longer.</param>
    private DecodedText(int capacity) => (_bytes, _sources) = (new byte[capacity], new (int, int)[capacity]);

    /// <summary>Decodes at a position of another text and adds the result.</summary>
    /// <returns>The position behind the decoded part; the same position if there is nothing to decode.</returns>
    private delegate int Decoder(DecodedText to, DecodedText from, int at);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    public static DecodedText Of(string text)
    {
        var decoded = new DecodedText(Encoding.UTF8.GetMaxByteCount(text.Length));
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsSurrogatePair(text, i);
            var to = isPair ? i + 2 : i + 1;
            decoded.AddRune(isPair ? char.ConvertToUtf32(text, i) : char.IsSurrogate(text[i]) ? '?' : text[i], (i, to));
            i = to - 1;
        }

        return decoded;
    }

    /// <summary>Gets the characters of the original text from which a range of bytes comes.</summary>
    public (int From, int To) Source(int first, int last) => (_sources[first].From, _sources[last].To);

    /// <summary>Gets each text that one decoder creates from this text.</summary>
    public IEnumerable<DecodedText> Decode()
    {
        foreach (var (sign, decode) in Decoders)
        {
            if (Bytes.IndexOf((byte)sign) >= 0)
            {
                yield return Unescape(decode);
            }
        }

        for (var offset = 0; offset < 4; offset++)
        {
            var decoded = FromBase64(offset);
            if (decoded.Length > 0)
            {
                yield return decoded;
            }
        }
    }

    /// <summary>Decodes what one decoder recognises, and keeps the rest.</summary>
    private DecodedText Unescape(Decoder decode)
    {
        var decoded = new DecodedText(Length);
        for (var i = 0; i < Length;)
        {
            var next = decode(decoded, this, i);
            if (next == i)
            {
                decoded.Add(_bytes[i], Source(i, i));
                next++;
            }

            i = next;
        }

        return decoded;
    }

    /// <summary>
    /// Decodes all ranges that can be base64, from each of the four offsets, because a secret can start anywhere in the encoded text.
    /// </summary>
    private DecodedText FromBase64(int offset)
    {
        var decoded = new DecodedText(Length);
        var group = new byte[4];
        Span<byte> three = stackalloc byte[3];
        for (var start = 0; start < Length;)
        {
            var end = start;
            while (end < Length && IsBase64(_bytes[end]))
            {
                end++;
            }

            for (var i = start + offset; end - start >= ShortestBase64 && i < end; i += 4)
            {
                for (var j = 0; j < 4; j++)
                {
                    group[j] = i + j >= end ? (byte)'A' : _bytes[i + j] switch
                    {
                        (byte)'-' => (byte)'+',
                        (byte)'_' => (byte)'/',
                        var value => value,
                    };
                }

                _ = Base64.DecodeFromUtf8(group, three, out _, out _);
                for (var j = 0; j < 3 && i + j + 1 < end; j++)
                {
                    decoded.Add(three[j], Source(i + j, i + j + 1));
                }
            }

            start = Math.Max(end, start + 1);
        }

        return decoded;
    }

    private static bool IsBase64(byte value) =>
        value is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9')
            or (byte)'+' or (byte)'/' or (byte)'-' or (byte)'_';

    private int AddPercent(DecodedText text, int at)
    {
        if (text._bytes[at] != '%' || text.Hex(at + 1, 2) is not { } value)
        {
            return at;
        }

        Add((byte)value, text.Source(at, at + 2));
        return at + 3;
    }

    /// <summary>The <c>escape</c> function of JavaScript encodes characters, other encoders encode bytes.</summary>
    private int AddScriptEscape(DecodedText text, int at) => text._bytes[at] != '%' ? at
        : at + 1 < text.Length && text._bytes[at + 1] == 'u' ? AddUnit(text, at, at + 2, 4)
        : AddUnit(text, at, at + 1, 2);

    private int AddBackslash(DecodedText text, int at, bool areBytes)
    {
        if (text._bytes[at] != '\\' || at + 1 >= text.Length)
        {
            return at;
        }

        var kind = (char)text._bytes[at + 1];
        switch (kind)
        {
            case 'x' when areBytes && text.Hex(at + 2, 2) is { } value:
                Add((byte)value, text.Source(at, at + 3));
                return at + 4;
            case 'x':
                return AddUnit(text, at, at + 2, 2);
            case 'u':
                return AddUnit(text, at, at + 2, 4);
            case 'U':
                return AddUnit(text, at, at + 2, 8);
            default:
                var plain = "btnfr".IndexOf(kind) is >= 0 and var found ? "\b\t\n\f\r"[found] : kind;
                Add((byte)plain, text.Source(at, at + 1));
                return at + 2;
        }
    }

    /// <summary>Adds a character by its hexadecimal number. Two surrogates form one character.</summary>
    private int AddUnit(DecodedText text, int at, int from, int digits)
    {
        if (text.Hex(from, digits) is not { } unit)
        {
            return at;
        }

        var end = from + digits;
        if (unit is >= 0xD800 and <= 0xDBFF && text.Hex(end + (from - at), digits) is >= 0xDC00 and <= 0xDFFF and var low)
        {
            end += from - at + digits;
            unit = char.ConvertToUtf32((char)unit, (char)low);
        }

        return unit is (>= 0xD800 and <= 0xDFFF) or < 0 or > 0x10FFFF ? at : AddRune(unit, text.Source(at, end - 1), end);
    }

    private int AddEntity(DecodedText text, int at)
    {
        var end = text._bytes[at] != '&' ? -1
            : Array.IndexOf(text._bytes, (byte)';', at, Math.Min(LongestEntity, text.Length - at));
        if (end < 0)
        {
            return at;
        }

        var entity = Encoding.UTF8.GetString(text._bytes, at, end + 1 - at);
        var decoded = WebUtility.HtmlDecode(entity);
        return decoded == entity || decoded.Length > 2 ? at
            : AddRune(char.ConvertToUtf32(decoded, 0), text.Source(at, end), end + 1);
    }

    private int? Hex(int from, int digits)
    {
        if (from + digits > Length)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(_bytes, from, digits);
        return int.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private int AddRune(int rune, (int From, int To) source, int next = 0)
    {
        foreach (var value in Encoding.UTF8.GetBytes(char.ConvertFromUtf32(rune)))
        {
            Add(value, source);
        }

        return next;
    }

    private void Add(byte value, (int From, int To) source)
    {
        _bytes[Length] = value;
        _sources[Length++] = source;
    }
}
