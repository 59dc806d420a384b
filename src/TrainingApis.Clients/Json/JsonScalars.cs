using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace TrainingApis.Clients.Json;

/// <summary>
/// Reads single values as the vendors write them: numbers as text, 0 and 1 for booleans, an array where one value is due (its
/// first element counts). What cannot be read is null. The reader stands on the value before, and on its last token after.
/// </summary>
internal static class JsonScalars
{
    public static long? Int64(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number))
        {
            return number;
        }

        return Decimal(ref reader) is { } value && value == decimal.Truncate(value) && value is >= long.MinValue and <= long.MaxValue
            ? (long)value
            : null;
    }

    public static int? Int32(ref Utf8JsonReader reader) =>
        Int64(ref reader) is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : null;

    public static decimal? Decimal(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetDecimal(out var number) ? number : null;
            case JsonTokenType.String:
                return decimal.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed
                    : null;
            case JsonTokenType.StartArray:
                return FirstElement.Read(ref reader, Decimal);
            default:
                reader.Skip();
                return null;
        }
    }

    public static bool? Boolean(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.Number:
                return reader.TryGetDecimal(out var number) ? number != 0 : null;
            case JsonTokenType.String:
                return reader.GetString()!.Trim().ToUpperInvariant() switch { "TRUE" or "1" => true, "FALSE" or "0" => false, _ => null };
            case JsonTokenType.StartArray:
                return FirstElement.Read(ref reader, Boolean);
            default:
                reader.Skip();
                return null;
        }
    }

    public static DateTime? Date(ref Utf8JsonReader reader) => WallClock.Parse(Text(ref reader, null));

    /// <summary>Text as it is, other scalars as they are written, an object as its JSON.</summary>
    public static string? Text(ref Utf8JsonReader reader, StringPool? pool)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return String(ref reader, pool);
            case JsonTokenType.Number:
                return System.Text.Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            case JsonTokenType.StartObject:
                return RawText(ref reader);
            case JsonTokenType.StartArray:
                return FirstElement.Read(ref reader, (ref Utf8JsonReader inner) => Text(ref inner, pool));
            default:
                return null;
        }
    }

    /// <summary>Any value as its JSON.</summary>
    public static string RawText(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.GetRawText();
    }

    private static string String(ref Utf8JsonReader reader, StringPool? pool)
    {
        if (pool is null || reader.HasValueSequence || reader.ValueSpan.Length > StringPool.MaximumLength)
        {
            return reader.GetString()!;
        }

        if (!reader.ValueIsEscaped)
        {
            return pool.Get(reader.ValueSpan);
        }

        Span<byte> text = stackalloc byte[StringPool.MaximumLength];
        return pool.Get(text[..reader.CopyString(text)]);
    }
}
