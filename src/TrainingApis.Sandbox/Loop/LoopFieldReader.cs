using System.Text.Json;

namespace TrainingApis.Sandbox.Loop;

/// <summary>Reads the fields of a request as strictly as they are documented.</summary>
internal static class LoopFieldReader
{
    /// <summary>The fields; null where anything is not as documented, with the status and the sentence to refuse it with.</summary>
    public static LoopGiven? Read(SandboxRequest request, LoopRoute route, out (int Status, string Text) refusal)
    {
        var given = new LoopGiven();
        var faults = new List<string>();
        var fields = LoopFields.Of(route.Operation);
        refusal = default;
        if (route.FieldsInQuery)
            FromQuery(request, fields, given, faults);
        else if (request.Query.Pairs.Count > 0)
            refusal = (400, $"Le paramètre {request.Query.Pairs[0].Key} est inconnu.");
        else if (request.Body.Length > 0 && request.MediaType != "application/json")
            refusal = (415, LoopTexts.NotJson);
        else if (!FromBody(request, fields, given, faults))
            refusal = (400, LoopTexts.NotAnObject);
        if (refusal.Status != 0)
            return null;

        faults.AddRange(fields.Where(field => field.Required && !given.Has(field.Name)).Select(field => Fault(field.Name, "est obligatoire")));
        refusal = (400, string.Join(" ", faults.Distinct()));
        return faults.Count == 0 ? given : null;
    }

    private static bool FromBody(SandboxRequest request, LoopField[] fields, LoopGiven given, List<string> faults)
    {
        try
        {
            using var json = JsonDocument.Parse(request.Body);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return false;
            foreach (var member in json.RootElement.EnumerateObject())
            {
                object value = string.Empty;
                var field = Array.Find(fields, one => one.Name == member.Name);
                Add(member.Name, field == null ? "est inconnu" : field.Read(member.Value, out value), value, given, faults);
            }

            return true;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // The second: text that is no Unicode is found only when it is read.
            return false;
        }
    }

    private static void FromQuery(SandboxRequest request, LoopField[] fields, LoopGiven given, List<string> faults)
    {
        foreach (var (name, text) in request.Query.Pairs)
        {
            object value = string.Empty;
            var field = Array.Find(fields, one => one.Name == name);
            Add(name, field == null ? "est inconnu" : field.Read(text, out value), value, given, faults);
        }
    }

    private static void Add(string name, string? fault, object value, LoopGiven given, List<string> faults)
    {
        if (!given.Add(name, value))
            fault = "est présent deux fois";
        if (fault != null)
            faults.Add(Fault(name, fault));
    }

    private static string Fault(string name, string what) => $"Le champ {name} {what}.";
}
