using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrainingApis.Sandbox.Server;

/// <summary>Represents the documented members of an object in a body, or of a query or form.</summary>
internal sealed class ObjectSchema : Schema
{
    private readonly Dictionary<string, (Schema Schema, bool IsRequired)> _members;
    private readonly Settings _settings;

    public ObjectSchema()
        : this(new Dictionary<string, (Schema, bool)>(), new Settings())
    {
    }

    private ObjectSchema(Dictionary<string, (Schema Schema, bool IsRequired)> members, Settings settings)
        : base("object", (value, path, errors) => CheckMembers(members, settings, value, path, errors), _ => null)
    {
        (_members, _settings) = (members, settings);
    }

    /// <summary>Gets the names of all members.</summary>
    public IEnumerable<string> Names => _members.Keys;

    /// <summary>Adds required members.</summary>
    /// <param name="names">Their names, with blanks between them.</param>
    /// <param name="schema">What each of them is.</param>
    public ObjectSchema Require(string names, Schema schema) => Add(names, schema, isRequired: true);

    /// <summary>Adds optional members.</summary>
    /// <param name="names">Their names, with blanks between them.</param>
    /// <param name="schema">What each of them is.</param>
    public ObjectSchema Allow(string names, Schema schema) => Add(names, schema, isRequired: false);

    /// <summary>Lets the caller send members that are not documented.</summary>
    public ObjectSchema IgnoreUnknown(Func<string, bool>? names = null)
    {
        _settings.IsIgnored = names ?? (_ => true);
        return this;
    }

    /// <summary>Gets the fields of a request, from its query or its JSON body.</summary>
    /// <exception cref="SchemaException">The fields are not as documented.</exception>
    public RequestBody Read(Request request, bool fromQuery = false, params string[] mediaTypes) =>
        fromQuery ? ReadPairs(request.Query) : ReadJson(request, mediaTypes);

    /// <summary>Gets the fields of a query or a form.</summary>
    /// <exception cref="SchemaException">The fields are not as documented.</exception>
    public RequestBody ReadPairs(NameValues pairs)
    {
        var errors = new List<SchemaError>();
        var json = new JsonObject();
        foreach (var (name, text) in pairs.Pairs)
        {
            var known = _members.Keys.FirstOrDefault(key => key.Equals(name, _settings.NameComparison));
            if (known is null)
            {
                AddUnknown(_settings, name, "string", errors);
            }
            else if (json.ContainsKey(known))
            {
                errors.Add(new SchemaError(known, SchemaRule.Duplicate, "occur once", "string"));
            }
            else
            {
                json[known] = _members[known].Schema.Parse(text, known, errors);
            }
        }

        AddMissing(_members, json.ContainsKey, string.Empty, errors);
        return Complete(json, errors);
    }

    /// <summary>Ignores the case of names in a query or form.</summary>
    public ObjectSchema IgnoreCase()
    {
        _settings.NameComparison = StringComparison.OrdinalIgnoreCase;
        return this;
    }

    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static void CheckMembers(
        Dictionary<string, (Schema Schema, bool IsRequired)> members, Settings settings, JsonElement value, string path, List<SchemaError> errors)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            errors.Add(new SchemaError(path, SchemaRule.Type, "object", SchemaError.TypeOf(value)));
            return;
        }

        var names = new HashSet<string>();
        foreach (var member in value.EnumerateObject())
        {
            var here = Join(path, member.Name);
            if (!names.Add(member.Name))
            {
                errors.Add(new SchemaError(here, SchemaRule.Duplicate, "occur once", SchemaError.TypeOf(member.Value)));
            }
            else if (members.TryGetValue(member.Name, out var known))
            {
                known.Schema.Check(member.Value, here, errors);
            }
            else
            {
                AddUnknown(settings, here, SchemaError.TypeOf(member.Value), errors);
            }
        }

        AddMissing(members, names.Contains, path, errors);
    }

    private static void AddUnknown(Settings settings, string path, string actual, List<SchemaError> errors)
    {
        if (!settings.IsIgnored(path))
        {
            errors.Add(new SchemaError(path, SchemaRule.Unknown, "be absent", actual));
        }
    }

    private static void AddMissing(
        Dictionary<string, (Schema Schema, bool IsRequired)> members, Func<string, bool> isPresent, string path, List<SchemaError> errors)
    {
        foreach (var (name, member) in members)
        {
            if (member.IsRequired && !isPresent(name))
            {
                errors.Add(new SchemaError(Join(path, name), SchemaRule.Required, "be present", "absent"));
            }
        }
    }

    private static RequestBody Complete(JsonObject json, List<SchemaError> errors) =>
        errors.Count == 0 ? new RequestBody(json) : throw new SchemaException(errors);

    private ObjectSchema Add(string names, Schema schema, bool isRequired)
    {
        foreach (var name in names.Split(' '))
        {
            _members[name] = (schema, isRequired);
        }

        return this;
    }

    private RequestBody ReadJson(Request request, string[] mediaTypes)
    {
        if (!(mediaTypes.Length == 0 ? ["application/json"] : mediaTypes).Contains(request.MediaType))
        {
            throw new SchemaException([new SchemaError(string.Empty, SchemaRule.MediaType, "be JSON", request.MediaType)]);
        }

        try
        {
            using var json = JsonDocument.Parse(request.Body);
            var errors = new List<SchemaError>();
            Check(json.RootElement, string.Empty, errors);
            return Complete(errors.Count == 0 ? JsonObject.Create(json.RootElement.Clone())! : [], errors);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: text that is not Unicode is found only when it is read.
            throw new SchemaException([new SchemaError(string.Empty, SchemaRule.Syntax, failure.Message, "invalid")]);
        }
    }

    private sealed class Settings
    {
        public StringComparison NameComparison { get; set; } = StringComparison.Ordinal;

        public Func<string, bool> IsIgnored { get; set; } = _ => false;
    }
}

/// <summary>Lists the ways in which a request can differ from its schema.</summary>
internal enum SchemaRule
{
    MediaType,
    Syntax,
    Required,
    Unknown,
    Duplicate,
    Type,
    Value,
    ReadOnly,
}

/// <summary>Represents one difference between a request and its schema.</summary>
/// <param name="Path">Where: <c>client.id</c>, <c>form[0].value</c>; empty for the whole body.</param>
/// <param name="Rule">What kind of rule is broken.</param>
/// <param name="Expected">The expected JSON type for <see cref="SchemaRule.Type"/>, otherwise what the value must do, such as "be one of a, b".</param>
/// <param name="Actual">The JSON type of the value: string, integer, number, boolean, null, array or object.</param>
internal sealed record SchemaError(string Path, SchemaRule Rule, string Expected, string Actual)
{
    /// <summary>Gets the difference in English, as most vendors' frameworks say it.</summary>
    public string Message => Rule switch
    {
        SchemaRule.Required => "is required",
        SchemaRule.Unknown => "is unknown",
        SchemaRule.Duplicate => "occurs twice",
        SchemaRule.ReadOnly => "is read-only",
        SchemaRule.Type => $"must be {("aeiou".Contains(Expected[0]) ? "an" : "a")} {Expected}",
        _ => "must " + Expected,
    };

    public static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        _ => "null",
    };
}

/// <summary>Represents a request that is not as documented.</summary>
internal sealed class SchemaException(IReadOnlyList<SchemaError> errors) : Exception
{
    public IReadOnlyList<SchemaError> Errors { get; } = errors;
}

/// <summary>Represents the fields of a request after its schema accepted them.</summary>
internal sealed class RequestBody(JsonObject json)
{
    public JsonObject Json { get; } = json;

    public bool Has(string name) => Json[name] is not null;

    /// <summary>Gets a text; null when it is absent or null.</summary>
    public string? Text(string name) => (string?)Json[name];

    /// <summary>Gets a boolean; null when it is absent or null.</summary>
    public bool? Boolean(string name) => (bool?)Json[name];

    /// <summary>Gets a number; null when it is absent or null.</summary>
    public int? Integer(string name) => Json[name] is { } value ? value.GetValueKind() == JsonValueKind.Number ? (int)(decimal)value : null : null;

    /// <summary>Gets a nested object; null when it is absent or null.</summary>
    public RequestBody? Object(string name) => Json[name] is JsonObject value ? new RequestBody(value) : null;
}
