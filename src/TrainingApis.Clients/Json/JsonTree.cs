using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TrainingApis.Clients.Json;

/// <summary>JSON as plain objects and back, for calls that no model exists for.</summary>
internal static class JsonTree
{
    // Accents stay as they are: the body is UTF-8 and never part of a page.
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 64 };

    /// <summary>Null, string, bool, long, decimal, double, list or dictionary; members stay in their order, the last of equal names
    /// counts.</summary>
    public static object? Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var value = ReadValue(ref reader);
        reader.Read(); // anything after the end throws
        return value;
    }

    /// <summary>The same types, other numbers, dates (ISO 8601) and any list or dictionary of them, as UTF-8.</summary>
    /// <exception cref="NotSupportedException">Something else is in it.</exception>
    public static byte[] Write(object? value)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            WriteValue(writer, value);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static object? ReadValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new Dictionary<string, object?>(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    reader.Read();
                    members[name] = ReadValue(ref reader);
                }
                return members;
            case JsonTokenType.StartArray:
                var items = new List<object?>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadValue(ref reader));
                }

                return items;
            case JsonTokenType.Number:
                return reader.TryGetInt64(out var integer) ? integer : reader.TryGetDecimal(out var number) ? number : Large(ref reader);
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.Null:
                return null;
            default:
                return reader.GetString();
        }
    }

    /// <summary>A number beyond every type is kept as its digits: infinity would be another one, and no JSON.</summary>
    private static object Large(ref Utf8JsonReader reader) =>
        reader.TryGetDouble(out var number) && !double.IsInfinity(number) ? number : Encoding.UTF8.GetString(reader.ValueSpan);

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case DateTime date:
                writer.WriteStringValue(date);
                break;
            case DateTimeOffset date:
                writer.WriteStringValue(date);
                break;
            case double or float:
                writer.WriteNumberValue(Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case sbyte or byte or short or ushort or int or uint or long or ulong or decimal:
                writer.WriteNumberValue(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
                break;
            case IEnumerable<KeyValuePair<string, object?>> members:
                WriteMembers(writer, members);
                break;
            case IDictionary members:
                WriteMembers(writer, members.Cast<DictionaryEntry>()
                    .Select(member => KeyValuePair.Create(member.Key.ToString() ?? string.Empty, (object?)member.Value)));
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    WriteValue(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                throw new NotSupportedException($"A {value.GetType().Name} cannot be written as JSON.");
        }
    }

    private static void WriteMembers(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object?>> members)
    {
        writer.WriteStartObject();
        foreach (var member in members)
        {
            writer.WritePropertyName(member.Key);
            WriteValue(writer, member.Value);
        }
        writer.WriteEndObject();
    }
}
