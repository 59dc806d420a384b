using System.Globalization;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>Provides the rules of registration forms: the items of a conference, and the allowed content of each type of item.</summary>
internal static class ConferenceForm
{
    /// <summary>The time zone of the company, which is the default.</summary>
    public const string CompanyZone = "Europe/Paris";

    private static readonly string[] Choices = ["radio", "checkbox", "select"];
    private static readonly string[] Composed = ["crm-address", "crm-name"];
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss"];

    /// <summary>Gets the form of a registration: the items from the request, completed from the form of the conference.</summary>
    /// <exception cref="SchemaException">An item is not part of the form of the conference, or its content is not allowed for its
    /// type.</exception>
    public static JsonArray Complete(JsonArray items, JsonObject conference)
    {
        var fields = Objects(conference["form"]!["contactFields"])
            .Concat(((JsonArray)conference["form"]!["additionalFields"]!).SelectMany(Objects)).ToList();
        var errors = new List<SchemaError>();
        var form = CompleteItems(items, fields, "form", errors);
        return errors.Count == 0 ? form : throw new SchemaException(errors);
    }

    private static JsonArray CompleteItems(JsonArray items, List<JsonObject> fields, string path, List<SchemaError> errors)
    {
        var form = new JsonArray();
        for (var index = 0; index < items.Count; index++)
        {
            var item = (JsonObject)items[index]!;
            if (fields.Find(field => (string?)field["id"] == (string?)item["id"]) is { } field)
            {
                form.Add(CompleteItem(item, field, $"{path}[{index}]", errors));
            }
            else
            {
                errors.Add(new SchemaError($"{path}[{index}].id", SchemaRule.Value, "be a field of this conference", "string"));
            }
        }

        return form;
    }

    private static JsonObject CompleteItem(JsonObject item, JsonObject field, string path, List<SchemaError> errors)
    {
        var type = (string)field["type"]!;
        CheckItem(item, type, path, errors);
        var result = (JsonObject)field.DeepClone();

        // The values of a field of a conference are its options.
        result.Remove("values");
        foreach (var (name, value) in item)
        {
            result[name] = value?.DeepClone();
        }

        if (type == "date" && (string?)item["value"] is { } text)
        {
            result["zonedDateTime"] = ReadDate(text, path, errors);
        }

        if (item["subItem"] is JsonArray inner && Composed.Contains(type))
        {
            result["subItem"] = CompleteItems(inner, Objects(field["subItem"]).ToList(), path + ".subItem", errors);
        }

        return result;
    }

    private static void CheckItem(JsonObject item, string type, string path, List<SchemaError> errors)
    {
        var isChoice = Choices.Contains(type);
        Refuse(item["type"] is not null && (string?)item["type"] != type, "type", $"be {type} in this conference");
        Refuse(isChoice && item.ContainsKey("value"), "value", $"be absent: {type} has values");
        Refuse(!isChoice && item.ContainsKey("values"), "values", $"be absent: {type} has no values");
        Refuse(!isChoice && item.ContainsKey("otherValue"), "otherValue", $"be absent: {type} has no otherValue");
        Refuse(type != "select" && item.ContainsKey("category"), "category", "be absent: only select has a category");
        Refuse(type != "select" && item.ContainsKey("multiple"), "multiple", "be absent: only select has multiple");
        Refuse(!Composed.Contains(type) && item.ContainsKey("subItem"), "subItem", $"be absent: {type} has no subItem");

        void Refuse(bool isWrong, string member, string expected)
        {
            if (isWrong)
            {
                errors.Add(new SchemaError($"{path}.{member}", SchemaRule.Value, expected, string.Empty));
            }
        }
    }

    private static JsonObject? ReadDate(string text, string path, List<SchemaError> errors)
    {
        if (DateTime.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return ConferenceData.Time(date, CompanyZone);
        }

        errors.Add(new SchemaError(path + ".value", SchemaRule.Value, "be a date, such as 2011-12-03 or 2011-12-03T10:15:30", "string"));
        return null;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();
}
