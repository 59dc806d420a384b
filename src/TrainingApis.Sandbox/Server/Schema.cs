using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TrainingApis.Sandbox.Server;

/// <summary>
/// Represents the documented form of a value in a request. Values are not converted: text that contains a number is text.
/// </summary>
/// <param name="type">The JSON type: string, boolean, number, integer, array, object, or any.</param>
/// <param name="check">The function that adds further errors of a value at a path; null for no further checks.</param>
internal class Schema(string type, Action<JsonElement, string, List<SchemaError>>? check = null)
{
    private static readonly Regex EmailAddress = new(@"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$", RegexOptions.CultureInvariant);

    /// <summary>Gets the schema of any JSON string.</summary>
    public static Schema Text { get; } = new("string");

    /// <summary>Gets the schema of a JSON string that is not blank. A blank string is handled as missing.</summary>
    public static Schema NotBlank { get; } = Text.And((value, path, errors) =>
    {
        if (string.IsNullOrWhiteSpace(value.GetString()))
        {
            errors.Add(new SchemaError(path, SchemaRule.Required, "be present", "string"));
        }
    });

    public static Schema Boolean { get; } = new("boolean");

    /// <summary>Gets the schema of the texts <c>true</c> and <c>false</c>. A JSON boolean is refused.</summary>
    public static Schema TextBoolean { get; } = OneOf("true", "false");

    /// <summary>Gets the schema of a number as text, with a decimal point if it has decimals. A JSON number is refused.</summary>
    public static Schema TextNumber { get; } = Pattern(@"^\d+(\.\d+)?$", "be a number");

    /// <summary>Gets the schema of any JSON number.</summary>
    public static Schema Number { get; } = new("number");

    /// <summary>Gets the schema of a JSON number without decimals, within the range of <see cref="int"/>.</summary>
    public static Schema Integer { get; } = new("integer");

    /// <summary>Gets the schema of any value.</summary>
    public static Schema Any { get; } = new("any");

    /// <summary>Gets the schema of a member that exists but that callers cannot write.</summary>
    public static Schema ReadOnly { get; } = Any.And((value, path, errors) =>
        errors.Add(new SchemaError(path, SchemaRule.ReadOnly, "be absent", SchemaError.TypeOf(value))));

    public static bool IsEmailAddress(string text) => EmailAddress.IsMatch(text);

    /// <summary>Gets the schema of one of the specified texts, which is case-sensitive.</summary>
    public static Schema OneOf(params string[] values) =>
        Text.Where(value => values.Contains(value.GetString()), "be one of " + string.Join(", ", values));

    /// <summary>Gets the schema of one of the specified numbers.</summary>
    public static Schema OneOf(params int[] values) =>
        Integer.Where(value => values.Contains(value.GetInt32()), "be one of " + string.Join(", ", values));

    /// <summary>Gets the schema of a text that matches a pattern.</summary>
    public static Schema Pattern(string pattern, string expected)
    {
        var regex = new Regex(pattern, RegexOptions.CultureInvariant);
        return Text.Where(value => regex.IsMatch(value.GetString()!), expected);
    }

    /// <summary>Gets the schema of an array of items.</summary>
    public static Schema ArrayOf(Func<Schema> item) => new("array", (value, path, errors) =>
    {
        var index = 0;
        foreach (var element in value.EnumerateArray())
        {
            item().Check(element, $"{path}[{index++}]", errors);
        }
    });

    /// <summary>Gets the schema of an array of items.</summary>
    public static Schema ArrayOf(Schema item) => ArrayOf(() => item);

    /// <summary>Gets the schema of an object with any member names.</summary>
    public static Schema MapOf(Schema item) => new("object", (value, path, errors) =>
    {
        foreach (var member in value.EnumerateObject())
        {
            item.Check(member.Value, ObjectSchema.Join(path, member.Name), errors);
        }
    });

    /// <summary>Gets this schema with an additional condition.</summary>
    /// <param name="condition">The condition for a value of the correct type.</param>
    /// <param name="expected">The requirement in the error message, such as <c>be a number</c>.</param>
    public Schema Where(Func<JsonElement, bool> condition, string expected) => And((value, path, errors) =>
    {
        if (!condition(value))
        {
            errors.Add(new SchemaError(path, SchemaRule.Value, expected, SchemaError.TypeOf(value)));
        }
    });

    /// <summary>Gets a schema that accepts null and the values of this schema.</summary>
    public Schema OrNull() => new("any", (value, path, errors) =>
    {
        if (value.ValueKind != JsonValueKind.Null)
        {
            Check(value, path, errors);
        }
    });

    /// <summary>Adds the errors of a value at a path.</summary>
    public void Check(JsonElement value, string path, List<SchemaError> errors)
    {
        var actual = SchemaError.TypeOf(value);
        if (type == "any" || type == actual || (type == "number" && actual == "integer"))
        {
            CheckContent(value, path, errors);
        }
        else
        {
            errors.Add(new SchemaError(path, SchemaRule.Type, type, actual));
        }
    }

    /// <summary>Converts a text in a query or form to a value. If the text is not valid, returns null and adds an error.</summary>
    public JsonNode? Parse(string text, string path, List<SchemaError> errors)
    {
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        JsonNode? value = type switch
        {
            "boolean" => bool.TryParse(text, out var flag) ? flag : null,
            "integer" or "number" => decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out var number) ? number : null,
            _ => text,
        };
        using var json = JsonDocument.Parse((value ?? text).ToJsonString());
        Check(json.RootElement, path, errors);
        return value;
    }

    /// <summary>Adds the errors of a value of the correct type.</summary>
    protected virtual void CheckContent(JsonElement value, string path, List<SchemaError> errors) => check?.Invoke(value, path, errors);

    /// <summary>Gets this schema with an additional check, which runs only if the previous checks found no error.</summary>
    private Schema And(Action<JsonElement, string, List<SchemaError>> next) => new(type, (value, path, errors) =>
    {
        var count = errors.Count;
        CheckContent(value, path, errors);
        if (errors.Count == count)
        {
            next(value, path, errors);
        }
    });
}
