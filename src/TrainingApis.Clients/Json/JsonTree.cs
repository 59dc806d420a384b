using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TrainingApis.Clients.Json;

/// <summary>Converts between JSON and trees of plain objects: null, string, bool, long, decimal, double, list and dictionary.</summary>
internal static class JsonTree
{
    // Accents are not escaped, because the body is UTF-8 and never part of an HTML page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a value that is not part of a tree of plain objects.</summary>
    public delegate void ValueWriter(Utf8JsonWriter writer, object value);

    /// <summary>Reads a tree. Members keep their order, and the last member of a name is used.</summary>
    public static object? Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var value = Read(ref reader);
        reader.Read(); // It throws if anything follows the end.
        return value;
    }

    /// <summary>Writes a tree as UTF-8.</summary>
    /// <param name="value">The tree.</param>
    /// <param name="other">Writes values of other types; null if there are none.</param>
    public static byte[] Write(object? value, ValueWriter? other = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            WriteValue(writer, value, other);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads the value at the reader.</summary>
    public static object? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new Dictionary<string, object?>(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = JsonScalars.GetString(ref reader);
                    reader.Read();
                    members[name] = Read(ref reader);
                }

                return members;
            case JsonTokenType.StartArray:
                var items = new List<object?>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Read(ref reader));
                }

                return items;
            case JsonTokenType.Number:
                return reader.TryGetInt64(out var integer) ? integer : reader.TryGetDecimal(out var number) ? number : Large(ref reader);
            case JsonTokenType.True or JsonTokenType.False:
                return reader.GetBoolean();
            case JsonTokenType.Null:
                return null;
            default:
                return JsonScalars.GetString(ref reader);
        }
    }

    /// <summary>A number outside the range of every type is kept as text.</summary>
    private static object Large(ref Utf8JsonReader reader) =>
        reader.TryGetDouble(out var number) && !double.IsInfinity(number) ? number : Encoding.UTF8.GetString(reader.ValueSpan);

    private static void WriteValue(Utf8JsonWriter writer, object? value, ValueWriter? other)
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
            case long number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case IReadOnlyDictionary<string, object?> members:
                writer.WriteStartObject();
                foreach (var (name, member) in members)
                {
                    writer.WritePropertyName(name);
                    WriteValue(writer, member, other);
                }

                writer.WriteEndObject();
                break;
            case IReadOnlyList<object?> items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    WriteValue(writer, item, other);
                }

                writer.WriteEndArray();
                break;
            case var known when other is not null:
                other(writer, known);
                break;
            default:
                throw new NotSupportedException($"A {value.GetType().Name} is not part of a plain tree.");
        }
    }
}
