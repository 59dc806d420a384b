using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TrainingApis.Clients.Json;

/// <summary>Reads a value. The reader is on its first token before, and on its last token after the call.</summary>
internal delegate T JsonValueReader<out T>(ref Utf8JsonReader reader);

/// <summary>
/// Reads single values in the forms of the vendors: numbers as text, 0 and 1 for Booleans, and an array instead of one value, whose first
/// element is used. A value that cannot be read is null.
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
                return decimal.TryParse(GetString(ref reader), NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed
                    : null;
            case JsonTokenType.StartArray:
                return First(ref reader, Decimal);
            default:
                reader.Skip();
                return null;
        }
    }

    public static bool? Boolean(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True or JsonTokenType.False:
                return reader.GetBoolean();
            case JsonTokenType.Number:
                return reader.TryGetDecimal(out var number) ? number != 0 : null;
            case JsonTokenType.String:
                return GetString(ref reader).Trim().ToUpperInvariant() switch { "TRUE" or "1" => true, "FALSE" or "0" => false, _ => null };
            case JsonTokenType.StartArray:
                return First(ref reader, Boolean);
            default:
                reader.Skip();
                return null;
        }
    }

    public static DateTime? Date(ref Utf8JsonReader reader) => WallClock.Parse(Text(ref reader, null));

    /// <summary>Reads text. Other scalars are read as they are written, an object as its JSON text.</summary>
    public static string? Text(ref Utf8JsonReader reader, StringPool? pool)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return String(ref reader, pool);
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            case JsonTokenType.StartObject:
                return RawText(ref reader);
            case JsonTokenType.StartArray:
                return First(ref reader, (ref Utf8JsonReader inner) => Text(ref inner, pool));
            default:
                return null;
        }
    }

    /// <summary>Reads a string or a member name. Invalid UTF-8 and unpaired surrogates are invalid JSON.</summary>
    /// <exception cref="JsonException">The string is not valid.</exception>
    public static string GetString(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException(null, exception);
        }
    }

    /// <summary>Reads any value as its JSON text.</summary>
    public static string RawText(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            return document.RootElement.GetRawText();
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException(null, exception); // Invalid UTF-8.
        }
    }

    /// <summary>Reads the first element of an array and skips the others; default if the array is empty.</summary>
    public static T? First<T>(ref Utf8JsonReader reader, JsonValueReader<T> read)
    {
        var depth = reader.CurrentDepth;
        reader.Read();
        var value = reader.TokenType == JsonTokenType.EndArray ? default : read(ref reader);
        while (reader.CurrentDepth > depth || reader.TokenType != JsonTokenType.EndArray)
        {
            reader.Read();
        }

        return value;
    }

    private static string String(ref Utf8JsonReader reader, StringPool? pool)
    {
        if (pool is null || reader.HasValueSequence || reader.ValueSpan.Length > StringPool.MaximumLength)
        {
            return GetString(ref reader);
        }

        return reader.ValueIsEscaped ? pool.Get(Encoding.UTF8.GetBytes(GetString(ref reader))) : pool.Get(reader.ValueSpan);
    }
}
