using System.Text.Json;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>Reads a request's fields and checks each: name as documented, type as documented, nothing missing, nothing twice, nothing else.</summary>
internal static class CegosFieldReader
{
    private const string Unknown = "is not a documented field";

    /// <summary>The fields as text by name, or the answer to a request that is not as documented.</summary>
    public static IReadOnlyDictionary<string, string>? Read(SandboxRequest request, bool fromQuery, FieldRule[] rules, out SandboxAnswer? refusal)
    {
        var fields = new Dictionary<string, string>();
        var errors = new Dictionary<string, string>();
        if (fromQuery)
            FromQuery(request.Query, rules, fields, errors);
        else if (FromBody(request, rules, fields, errors) is { } unreadable)
        {
            refusal = unreadable;
            return null;
        }

        foreach (var missing in rules.Where(rule => rule.Required && !fields.ContainsKey(rule.Name)))
            errors.TryAdd(missing.Name, $"The {missing.Name} field is required.");
        refusal = errors.Count == 0 ? null : SandboxAnswer.Problem(400, "One or more validation errors occurred.", null, errors);
        return errors.Count == 0 ? fields : null;
    }

    private static SandboxAnswer? FromBody(SandboxRequest request, FieldRule[] rules, Dictionary<string, string> fields, Dictionary<string, string> errors)
    {
        if (request.MediaType != "application/json")
            return SandboxAnswer.Problem(415, "Unsupported Media Type");
        try
        {
            using var json = JsonDocument.Parse(request.Body);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return Unreadable("The body must be one JSON object.");
            foreach (var member in json.RootElement.EnumerateObject())
            {
                var rule = Array.Find(rules, one => one.Name == member.Name);
                var text = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : member.Value.GetRawText();
                Add(member.Name, text, rule == null ? Unknown : rule.Fault(member.Value), fields, errors);
            }

            return null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // The second: text that is no Unicode is found only when it is read.
            return Unreadable(failure.Message);
        }
    }

    private static SandboxAnswer Unreadable(string message) =>
        SandboxAnswer.Problem(400, "One or more validation errors occurred.", null, new Dictionary<string, string> { ["$"] = message });

    private static void FromQuery(NameValues query, FieldRule[] rules, Dictionary<string, string> fields, Dictionary<string, string> errors)
    {
        foreach (var (name, text) in query.Pairs)
        {
            var rule = Array.Find(rules, one => one.Name == name);
            Add(name, text, rule == null ? Unknown : rule.FaultOfText(text), fields, errors);
        }
    }

    private static void Add(string name, string text, string? fault, Dictionary<string, string> fields, Dictionary<string, string> errors)
    {
        if (!fields.TryAdd(name, text))
            fault = "occurs twice";
        if (fault != null)
            errors[name] = $"The {name} field {fault}.";
    }
}
