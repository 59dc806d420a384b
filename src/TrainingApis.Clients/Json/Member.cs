using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TrainingApis.Clients.Json;

/// <summary>A member of a model: its name on the wire, and how its value gets from there into the model.</summary>
internal sealed class Member
{
    private readonly ModelJson _models;
    private readonly Type _type;
    private readonly Action<object, object?> _set;
    private JsonValueReader<object?>? _read;

    public Member(ModelJson models, string name, JsonPropertyInfo property)
    {
        _models = models;
        Utf8Name = Encoding.UTF8.GetBytes(name);
        (_type, _set) = (property.PropertyType, property.Set!);
    }

    public byte[] Utf8Name { get; }

    /// <summary>The member that came after this one last time: the vendors keep an order, though not the documented one.</summary>
    public Member? NextMember { get; set; }

    public void Read(ref Utf8JsonReader reader, object model)
    {
        _read ??= _models.ReaderOf(_type); // not earlier: models may hold themselves
        _set(model, _read(ref reader));
    }
}
