using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TrainingApis.Clients.Json;

/// <summary>
/// Reads one type of model: members in any order and letter case, the last of equal names counts, and one that the model does not
/// know is kept as JSON where the model has a place for it. Of an array the first element counts, and what is no object is null.
/// </summary>
internal sealed class ModelReader
{
    private readonly Func<object> _create;
    private readonly Dictionary<string, Member> _members = new(StringComparer.OrdinalIgnoreCase);
    private readonly Func<object, object?>? _others;
    private Member? _first;

    public ModelReader(ModelJson models, JsonTypeInfo type)
    {
        _create = type.CreateObject!;
        foreach (var property in type.Properties)
        {
            if (property.PropertyType == typeof(AdditionalProperties))
            {
                _others = property.Get;
            }
            else if (property.Set is not null && models.WireName(type.Type, property.Name) is { } name) // the others are computed
            {
                _members.Add(name, new Member(models, name, property));
            }
        }
    }

    public object? Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(ref reader),
        JsonTokenType.StartArray => FirstElement.Read(ref reader, Read),
        _ => null,
    };

    private object ReadObject(ref Utf8JsonReader reader)
    {
        var model = _create();
        Member? previous = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var guess = previous is null ? _first : previous.NextMember;
            if (guess is null || !reader.ValueTextEquals(guess.Utf8Name))
            {
                var name = reader.GetString()!;
                if (!_members.TryGetValue(name, out guess))
                {
                    reader.Read();
                    ReadOther(ref reader, model, name);
                    continue;
                }
                if (previous is null)
                {
                    _first = guess;
                }
                else
                {
                    previous.NextMember = guess;
                }
            }
            reader.Read();
            guess.Read(ref reader, model);
            previous = guess;
        }
        return model;
    }

    private void ReadOther(ref Utf8JsonReader reader, object model, string name)
    {
        if (_others?.Invoke(model) is AdditionalProperties others)
        {
            others[name] = reader.TokenType == JsonTokenType.Null ? null : JsonScalars.RawText(ref reader);
        }
        else
        {
            reader.Skip();
        }
    }
}
