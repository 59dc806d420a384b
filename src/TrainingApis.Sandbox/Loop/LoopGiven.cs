using System.Text.Json;

namespace TrainingApis.Sandbox.Loop;

/// <summary>The fields of a request that was found to be as documented: text and booleans, in the order in which they came.</summary>
internal sealed class LoopGiven
{
    private readonly List<KeyValuePair<string, object>> _fields = new();

    /// <summary>Notes a field; false where it was given before.</summary>
    public bool Add(string name, object value)
    {
        if (Has(name))
            return false;
        _fields.Add(new(name, value));
        return true;
    }

    public bool Has(string name) => _fields.Exists(field => field.Key == name);

    /// <summary>A text that was given, or none.</summary>
    public string Text(string name) => Find(name) as string ?? string.Empty;

    /// <summary>A value as it was given; null where it was not.</summary>
    public object? Find(string name) => _fields.Find(field => field.Key == name).Value;

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (name, value) in _fields)
        {
            if (value is bool flag)
                json.WriteBoolean(name, flag);
            else
                json.WriteString(name, (string)value);
        }

        json.WriteEndObject();
    }
}
