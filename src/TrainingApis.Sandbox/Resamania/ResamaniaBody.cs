using System.Text.Json;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>A JSON object in a request. It holds documented members only, each of its documented type.</summary>
internal sealed class ResamaniaBody
{
    private readonly Dictionary<string, JsonElement> _members = new();
    private readonly string _path;

    private ResamaniaBody(JsonElement json, string path, string[] known)
    {
        _path = path;
        foreach (var member in json.EnumerateObject())
            _members[member.Name] = member.Value;
        // Members that start with @ are JSON-LD's own: an object that was read may be sent back.
        var unknown = _members.Keys.Where(name => !known.Contains(name) && !name.StartsWith('@')).Select(name => $"\"{name}\"").ToList();
        if (unknown.Count > 0)
            throw ResamaniaRefusal.Of(400, $"Extra attributes are not allowed ({string.Join(", ", unknown)} {(unknown.Count == 1 ? "is" : "are")} unknown).");
    }

    public IEnumerable<string> Names => _members.Keys;

    public static ResamaniaBody Read(SandboxRequest request, params string[] known)
    {
        var json = ReadObject(request);
        return new ResamaniaBody(json, string.Empty, known);
    }

    /// <summary>The body, whatever its members: for the one call whose fields are nowhere published.</summary>
    public static JsonElement ReadObject(SandboxRequest request)
    {
        if (request.MediaType is not ("application/json" or "application/ld+json"))
            throw ResamaniaRefusal.Of(415, $"The content-type \"{request.MediaType}\" is not supported. Supported MIME types are \"application/ld+json\", \"application/json\".");
        try
        {
            using var json = JsonDocument.Parse(request.Body);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
                return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Said below, as for whatever else is no object.
        }

        throw ResamaniaRefusal.Of(400, "Syntax error");
    }

    public bool Has(string name) => _members.ContainsKey(name);

    public bool IsNull(string name) => !_members.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null;

    /// <summary>The member's text; null where it is null or not there.</summary>
    public string? Text(string name)
    {
        if (IsNull(name))
            return null;
        var value = _members[name];
        if (value.ValueKind != JsonValueKind.String)
            throw WrongType(name, "string");
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is found only here.
            throw ResamaniaRefusal.Of(400, "Syntax error");
        }
    }

    /// <summary>The text of an IRI; a bare number is answered like every bare id.</summary>
    public string? Iri(string name) =>
        !IsNull(name) && _members[name].ValueKind == JsonValueKind.Number ? throw ResamaniaRefusal.NotFound() : Text(name);

    public bool? Flag(string name) => IsNull(name) ? null : _members[name].ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw WrongType(name, "bool"),
    };

    public ResamaniaBody? Part(string name, params string[] known)
    {
        if (IsNull(name))
            return null;
        return _members[name].ValueKind == JsonValueKind.Object ? new ResamaniaBody(_members[name], name + ".", known) : throw WrongType(name, "array");
    }

    private ResamaniaRefusal WrongType(string name, string due) =>
        ResamaniaRefusal.Of(400, $"The type of the \"{_path}{name}\" attribute must be \"{due}\", \"{TypeOf(_members[name])}\" given.");

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "int" : "float",
        JsonValueKind.True or JsonValueKind.False => "bool",
        _ => "array",
    };
}
