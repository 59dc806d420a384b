using System.Globalization;
using System.Text.Json.Nodes;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>Holds the items of a registration's form against the conference's own, and completes them from there.</summary>
internal static class FormRules
{
    private static readonly string[] Choices = { "radio", "checkbox", "select" };
    private static readonly string[] Composed = { "crm-address", "crm-name" };

    /// <summary>The form to keep.</summary>
    /// <exception cref="ConferencesRefusal">An item that the conference does not have, or one that its type does not allow.</exception>
    public static JsonArray Complete(JsonArray given, ConferencesItem conference, string zone)
    {
        var faults = new BodyFaults();
        var result = Complete(given, Fields(conference).ToList(), "form", zone, faults);
        faults.ThrowIfAny();
        return result;
    }

    private static JsonArray Complete(JsonArray given, List<JsonObject> known, string path, string zone, BodyFaults faults)
    {
        var result = new JsonArray();
        for (var place = 0; place < given.Count; place++)
        {
            var (item, here) = (given[place]!.AsObject(), $"{path}[{place}]");
            if (known.Find(field => (string?)field["id"] == (string?)item["id"]) is not { } field)
            {
                faults.Add(here + ".id", "is no field of this conference");
                continue;
            }

            result.Add(Complete(item, field, here, zone, faults));
        }

        return result;
    }

    private static JsonObject Complete(JsonObject item, JsonObject field, string path, string zone, BodyFaults faults)
    {
        var type = (string?)field["type"] ?? (string?)item["type"] ?? "text";
        Refuse(item, type, path, faults);
        var result = field.DeepClone().AsObject();
        foreach (var (name, value) in item)
            result[name] = value?.DeepClone();
        if (type == "date" && (string?)item["value"] is { } text)
            WriteDate(result, text, zone, path, faults);
        if (item["subItem"] is JsonArray inner && Composed.Contains(type))
            result["subItem"] = Complete(inner, Objects(field["subItem"]).ToList(), path + ".subItem", zone, faults);
        return result;
    }

    private static void Refuse(JsonObject item, string type, string path, BodyFaults faults)
    {
        var isChoice = Choices.Contains(type);
        if (item["type"] != null && (string?)item["type"] != type)
            faults.Add(path + ".type", $"is {type} in this conference");
        if (isChoice && item.ContainsKey("value"))
            faults.Add(path + ".value", $"is not for {type}, which takes values");
        if (!isChoice && item.ContainsKey("values"))
            faults.Add(path + ".values", $"is not for {type}, which takes value");
        if (!isChoice && item.ContainsKey("otherValue"))
            faults.Add(path + ".otherValue", $"is not for {type}");
        foreach (var name in new[] { "category", "multiple" }.Where(name => type != "select" && item.ContainsKey(name)))
            faults.Add($"{path}.{name}", $"is not for {type}");
        if (!Composed.Contains(type) && item.ContainsKey("subItem"))
            faults.Add(path + ".subItem", $"is not for {type}");
    }

    private static void WriteDate(JsonObject item, string text, string zone, string path, BodyFaults faults)
    {
        var formats = new[] { "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss" };
        if (DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            item["zonedDateTime"] = new JsonObject { ["dateTime"] = date.ToString("s", CultureInfo.InvariantCulture), ["timeZone"] = zone };
        else
            faults.Add(path + ".value", "must be a date, such as 2011-12-03 or 2011-12-03T10:15:30");
    }

    private static IEnumerable<JsonObject> Fields(ConferencesItem conference)
    {
        var form = conference.Members["form"];
        return Objects(form?["contactFields"]).Concat((form?["additionalFields"] as JsonArray ?? new JsonArray()).SelectMany(Objects));
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => (list as JsonArray ?? new JsonArray()).OfType<JsonObject>();
}
