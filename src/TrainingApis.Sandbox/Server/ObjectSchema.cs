using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrainingApis.Sandbox.Server;

/// <summary>Represents the schema of an object in a body, or of a query or form, with the documented members.</summary>
internal sealed class ObjectSchema() : Schema("object")
{
    private readonly Dictionary<string, (Schema Schema, bool IsRequired)> _members = [];
    private Func<string, bool> _isIgnored = _ => false;
    private StringComparison _comparison = StringComparison.Ordinal;

    /// <summary>Gets the names of all members.</summary>
    public IEnumerable<string> Names => _members.Keys;

    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>Adds required members.</summary>
    /// <param name="names">The names of the members, separated by spaces.</param>
    /// <param name="schema">The schema of each member.</param>
    public ObjectSchema Require(string names, Schema schema) => Add(names, schema, isRequired: true);

    /// <summary>Adds optional members.</summary>
    /// <param name="names">The names of the members, separated by spaces.</param>
    /// <param name="schema">The schema of each member.</param>
    public ObjectSchema Allow(string names, Schema schema) => Add(names, schema, isRequired: false);

    /// <summary>Accepts undocumented members: all, or those with a matching path.</summary>
    public ObjectSchema IgnoreUnknown(Func<string, bool>? isIgnored = null)
    {
        _isIgnored = isIgnored ?? (_ => true);
        return this;
    }

    /// <summary>Ignores the case of names in a query or form.</summary>
    public ObjectSchema IgnoreCase()
    {
        _comparison = StringComparison.OrdinalIgnoreCase;
        return this;
    }

    /// <summary>Reads the fields of a request from its query or its JSON body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="fromQuery">Whether the fields are in the query.</param>
    /// <param name="mediaTypes">The media types that the vendor accepts for a body; <c>application/json</c> if omitted.</param>
    /// <exception cref="SchemaException">The fields do not match the schema.</exception>
    public RequestBody Read(Request request, bool fromQuery = false, params string[] mediaTypes)
    {
        if (fromQuery)
        {
            return ReadPairs(request.Query);
        }

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
            // InvalidOperationException: text that is not valid Unicode is detected only when it is read.
            throw new SchemaException([new SchemaError(string.Empty, SchemaRule.Syntax, failure.Message, "invalid")]);
        }
    }

    /// <summary>Reads the fields of a query or a form.</summary>
    /// <exception cref="SchemaException">The fields do not match the schema.</exception>
    public RequestBody ReadPairs(NameValues pairs)
    {
        var errors = new List<SchemaError>();
        var json = new JsonObject();
        foreach (var (name, text) in pairs)
        {
            var known = _members.Keys.FirstOrDefault(key => key.Equals(name, _comparison));
            if (known is null)
            {
                AddUnknown(name, "string", errors);
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

        AddMissing(json.ContainsKey, string.Empty, errors);
        return Complete(json, errors);
    }

    protected override void CheckContent(JsonElement value, string path, List<SchemaError> errors)
    {
        var names = new HashSet<string>();
        foreach (var member in value.EnumerateObject())
        {
            var (here, actual) = (Join(path, member.Name), SchemaError.TypeOf(member.Value));
            if (!names.Add(member.Name))
            {
                errors.Add(new SchemaError(here, SchemaRule.Duplicate, "occur once", actual));
            }
            else if (_members.TryGetValue(member.Name, out var known))
            {
                known.Schema.Check(member.Value, here, errors);
            }
            else
            {
                AddUnknown(here, actual, errors);
            }
        }

        AddMissing(names.Contains, path, errors);
    }

    private static RequestBody Complete(JsonObject json, List<SchemaError> errors) =>
        errors.Count == 0 ? new RequestBody(json) : throw new SchemaException(errors);

    private ObjectSchema Add(string names, Schema schema, bool isRequired)
    {
        Array.ForEach(names.Split(' '), name => _members[name] = (schema, isRequired));
        return this;
    }

    private void AddUnknown(string path, string actual, List<SchemaError> errors)
    {
        if (!_isIgnored(path))
        {
            errors.Add(new SchemaError(path, SchemaRule.Unknown, "be absent", actual));
        }
    }

    private void AddMissing(Func<string, bool> isPresent, string path, List<SchemaError> errors) => errors.AddRange(
        _members.Where(member => member.Value.IsRequired && !isPresent(member.Key))
            .Select(member => new SchemaError(Join(path, member.Key), SchemaRule.Required, "be present", "absent")));
}

/// <summary>Specifies the kind of difference between a request and its schema.</summary>
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
/// <param name="Path">The path of the value, such as <c>client.id</c> or <c>form[0].value</c>; empty for the whole body.</param>
/// <param name="Rule">The rule that the request violates.</param>
/// <param name="Expected">The JSON type for <see cref="SchemaRule.Type"/>, otherwise the requirement for the value, such as "be one of a,
/// b".</param>
/// <param name="Actual">The JSON type of the value: string, integer, number, boolean, null, array or object.</param>
internal sealed record SchemaError(string Path, SchemaRule Rule, string Expected, string Actual)
{
    /// <summary>Gets the difference in English, in the form that the frameworks of most vendors use.</summary>
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
        // Reading text that is not valid Unicode throws an exception, which is handled as a syntax error.
        JsonValueKind.String when value.GetString() is not null => "string",
        JsonValueKind.Number => value.TryGetInt32(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        _ => "null",
    };
}

/// <summary>Represents the error of a request that does not match its schema.</summary>
internal sealed class SchemaException(IReadOnlyList<SchemaError> errors) : Exception
{
    public IReadOnlyList<SchemaError> Errors { get; } = errors;
}

/// <summary>Represents the fields of a request that matches its schema.</summary>
internal sealed class RequestBody(JsonObject json)
{
    public JsonObject Json { get; } = json;

    public bool Has(string name) => Json[name] is not null;

    /// <summary>Gets a text; null if it is missing or null.</summary>
    public string? Text(string name) => (string?)Json[name];

    /// <summary>Gets a boolean; null if it is missing or null.</summary>
    public bool? Boolean(string name) => (bool?)Json[name];

    /// <summary>Gets a number; null if it is missing or null.</summary>
    public int? Integer(string name) => (int?)(decimal?)Json[name];

    /// <summary>Gets a nested object; null if it is missing or null.</summary>
    public RequestBody? Object(string name) => Json[name] is JsonObject value ? new RequestBody(value) : null;
}
