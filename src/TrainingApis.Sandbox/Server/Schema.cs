using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TrainingApis.Sandbox.Server;

/// <summary>Represents the documented form of a value in a request. Nothing is converted: text that looks like a number is text.</summary>
internal class Schema
{
    private readonly Action<JsonElement, string, List<SchemaError>> _check;
    private readonly Func<string, JsonNode?> _parse;

    /// <param name="type">The JSON type: string, boolean, number, integer, array or object.</param>
    /// <param name="check">Adds what is wrong with a value at a path.</param>
    /// <param name="parse">Gets the value that a text in a query or form stands for; null when it stands for none.</param>
    protected Schema(string type, Action<JsonElement, string, List<SchemaError>> check, Func<string, JsonNode?> parse)
    {
        (Type, _check, _parse) = (type, check, parse);
    }

    public string Type { get; }

    /// <summary>Gets any JSON string.</summary>
    public static Schema Text { get; } = OfKind("string", value => value.ValueKind == JsonValueKind.String, text => JsonValue.Create(text));

    /// <summary>Gets a JSON string that is not blank. A blank one counts as missing.</summary>
    public static Schema NotBlank { get; } = Text.And((value, path, errors) =>
    {
        if (string.IsNullOrWhiteSpace(value.GetString()))
        {
            errors.Add(new SchemaError(path, SchemaRule.Required, "be present", "string"));
        }
    });

    /// <summary>Gets a JSON boolean.</summary>
    public static Schema Boolean { get; } = OfKind(
        "boolean", value => value.ValueKind is JsonValueKind.True or JsonValueKind.False, text => bool.TryParse(text, out var flag) ? JsonValue.Create(flag) : null);

    /// <summary>Gets the texts <c>true</c> and <c>false</c>. A JSON boolean is refused.</summary>
    public static Schema TextBoolean { get; } = OneOf("true", "false");

    /// <summary>Gets a number as text, with a decimal point. A JSON number is refused.</summary>
    public static Schema TextNumber { get; } = Pattern(@"^\d+(\.\d+)?$", "be a number");

    /// <summary>Gets any JSON number.</summary>
    public static Schema Number { get; } = OfKind("number", value => value.ValueKind == JsonValueKind.Number, ParseNumber);

    /// <summary>Gets a JSON number without decimals, within the range of <see cref="int"/>.</summary>
    public static Schema Integer { get; } = OfKind("integer", value => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _), ParseNumber);

    /// <summary>Gets a member that exists but that callers may not write.</summary>
    public static Schema ReadOnly { get; } = new(
        "readonly", (value, path, errors) => errors.Add(new SchemaError(path, SchemaRule.ReadOnly, "be absent", SchemaError.TypeOf(value))), text => text);

    /// <summary>Gets any value.</summary>
    public static Schema Any { get; } = OfKind("any", _ => true, text => JsonValue.Create(text));

    /// <summary>Gets one of these texts, exactly.</summary>
    public static Schema OneOf(params string[] values) =>
        Text.Where(value => values.Contains(value.GetString()), "be one of " + string.Join(", ", values));

    /// <summary>Gets one of these numbers.</summary>
    public static Schema OneOf(params int[] values) =>
        Integer.Where(value => values.Contains(value.GetInt32()), "be one of " + string.Join(", ", values));

    /// <summary>Gets a text with at most so many characters.</summary>
    public static Schema MaxLength(int length) => Text.Where(value => value.GetString()!.Length <= length, $"have at most {length} characters");

    /// <summary>Gets a text of this form.</summary>
    public static Schema Pattern(string pattern, string expected)
    {
        var regex = new Regex(pattern, RegexOptions.CultureInvariant);
        return Text.Where(value => regex.IsMatch(value.GetString()!), expected);
    }

    /// <summary>Gets an array of such items.</summary>
    public static Schema ArrayOf(Func<Schema> item) => OfKind("array", value => value.ValueKind == JsonValueKind.Array, _ => null).And((value, path, errors) =>
    {
        var index = 0;
        foreach (var element in value.EnumerateArray())
        {
            item().Check(element, $"{path}[{index++}]", errors);
        }
    });

    /// <summary>Gets an array of such items.</summary>
    public static Schema ArrayOf(Schema item) => ArrayOf(() => item);

    /// <summary>Gets an object whose member names are the caller's choice.</summary>
    public static Schema MapOf(Schema item) => OfKind("object", value => value.ValueKind == JsonValueKind.Object, _ => null).And((value, path, errors) =>
    {
        foreach (var member in value.EnumerateObject())
        {
            item.Check(member.Value, ObjectSchema.Join(path, member.Name), errors);
        }
    });

    /// <summary>Gets an object without members; add them with <see cref="ObjectSchema.Require"/> and <see cref="ObjectSchema.Allow"/>.</summary>
    public static ObjectSchema Object() => new();

    /// <summary>Gets this schema with one more condition.</summary>
    /// <param name="condition">What must be true of a value of the right type.</param>
    /// <param name="expected">What the error says the value must do, such as <c>be a number</c>.</param>
    public Schema Where(Func<JsonElement, bool> condition, string expected) => And((value, path, errors) =>
    {
        if (!condition(value))
        {
            errors.Add(new SchemaError(path, SchemaRule.Value, expected, SchemaError.TypeOf(value)));
        }
    });

    /// <summary>Gets this schema, which also takes null.</summary>
    public Schema OrNull() => new(Type, (value, path, errors) =>
    {
        if (value.ValueKind != JsonValueKind.Null)
        {
            _check(value, path, errors);
        }
    }, _parse);

    public void Check(JsonElement value, string path, List<SchemaError> errors) => _check(value, path, errors);

    /// <summary>Gets the value that a text in a query or form stands for; null, and an error, when it stands for none.</summary>
    public JsonNode? Parse(string text, string path, List<SchemaError> errors)
    {
        if (_parse(text) is not { } value)
        {
            errors.Add(new SchemaError(path, SchemaRule.Type, Type, "string"));
            return null;
        }

        using var json = JsonDocument.Parse(value.ToJsonString());
        _check(json.RootElement, path, errors);
        return value;
    }

    /// <summary>Gets this schema with one more check, which runs only when those before found nothing.</summary>
    private Schema And(Action<JsonElement, string, List<SchemaError>> check) => new(Type, (value, path, errors) =>
    {
        var count = errors.Count;
        _check(value, path, errors);
        if (errors.Count == count)
        {
            check(value, path, errors);
        }
    }, _parse);

    private static Schema OfKind(string type, Func<JsonElement, bool> isOfKind, Func<string, JsonNode?> parse) => new(type, (value, path, errors) =>
    {
        // A string with half a surrogate pair is not Unicode text; reading it throws, and the reader reports a syntax error.
        if (!isOfKind(value) || (value.ValueKind == JsonValueKind.String && value.GetString() is null))
        {
            errors.Add(new SchemaError(path, SchemaRule.Type, type, SchemaError.TypeOf(value)));
        }
    }, parse);

    private static JsonNode? ParseNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : null;
}
