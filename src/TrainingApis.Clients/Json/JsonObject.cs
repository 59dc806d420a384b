using System.Globalization;

namespace TrainingApis.Clients.Json;

/// <summary>Represents a small JSON object. Member names are matched in any letter case.</summary>
internal sealed class JsonObject
{
    private readonly Dictionary<string, object?> _members = new(StringComparer.OrdinalIgnoreCase);

    private JsonObject(IReadOnlyDictionary<string, object?> members)
    {
        foreach (var (name, value) in members)
        {
            _members[name] = value;
        }
    }

    /// <summary>Gets the members in their order.</summary>
    public IReadOnlyDictionary<string, object?> Members => _members;

    /// <summary>Gets a member; null if there is none.</summary>
    public object? this[string name] => _members.GetValueOrDefault(name);

    /// <exception cref="ShapeException">The value is not an object.</exception>
    public static JsonObject Read(ReadOnlySpan<byte> json) =>
        Of(JsonTree.Read(json)) ?? throw new ShapeException("it is not a JSON object");

    /// <summary>Gets an object, or the only object of an array; null otherwise.</summary>
    public static JsonObject? Of(object? tree) => tree switch
    {
        List<object?> { Count: 1 } only when only[0] is not List<object?> => Of(only[0]),
        IReadOnlyDictionary<string, object?> members => new JsonObject(members),
        _ => null,
    };

    /// <summary>Gets text, or a number as text; null for an empty text and for any other value.</summary>
    public static string? AsText(object? value) => value switch
    {
        string text when !string.IsNullOrWhiteSpace(text) => text,
        long or decimal or double => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Gets the first member with one of these names that is text or a number.</summary>
    public string? Text(params string[] names) => names.Select(name => AsText(this[name])).FirstOrDefault(text => text is not null);

    /// <summary>Gets a member that is an object.</summary>
    public JsonObject? Object(string name) => Of(this[name]);
}
