using System.Buffers;
using System.Globalization;
using System.Text.Json;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Http;

/// <summary>The fields of a change, by their wire names and in their order; what is null is absent. They travel as a JSON body or in the
/// query, as the route says.</summary>
internal sealed class WireFields
{
    private readonly List<KeyValuePair<string, object>> _fields = [];

    public WireFields Add(string name, string? text) => AddValue(name, text);

    public WireFields Add(string name, bool? flag) => AddValue(name, flag);

    public WireFields Add(string name, int? number) => AddValue(name, number);

    public IReadOnlyList<KeyValuePair<string, string>> ToQuery() =>
        _fields.Select(field => new KeyValuePair<string, string>(field.Key, field.Value switch
        {
            bool flag => flag ? "true" : "false",
            int number => number.ToString(CultureInfo.InvariantCulture),
            _ => (string)field.Value,
        })).ToArray();

    public ReadOnlyMemory<byte> ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonTree.WriterOptions))
        {
            json.WriteStartObject();
            foreach (var (name, value) in _fields)
            {
                switch (value)
                {
                    case bool flag:
                        json.WriteBoolean(name, flag);
                        break;
                    case int number:
                        json.WriteNumber(name, number);
                        break;
                    default:
                        json.WriteString(name, (string)value);
                        break;
                }
            }
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    private WireFields AddValue(string name, object? value)
    {
        if (value is not null)
        {
            _fields.Add(new(name, value));
        }

        return this;
    }
}
