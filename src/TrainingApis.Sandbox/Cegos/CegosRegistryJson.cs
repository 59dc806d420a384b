using System.Text.Json;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>Writes what the registry holds, for tests to look at. Fields are shown as text, whatever they were on the wire.</summary>
internal static class CegosRegistryJson
{
    public static void Write(Utf8JsonWriter json, CegosRegistry registry) => registry.ReadAll((leads, registrations, cancellations, deferrals) =>
    {
        json.WriteStartObject();
        WriteList(json, "leads", leads, lead => WriteTexts(json, lead.Fields, ("id", lead.Id), ("tenant", lead.Tenant)));
        WriteList(json, "registrations", registrations, one => WriteTexts(
            json, one.Fields, ("id", one.Number), ("tenant", one.Tenant), ("state", one.State), ("session", one.Place.Id), ("replacedBy", one.ReplacedBy)));
        WriteList(json, "cancellations", cancellations, one => WriteTexts(json, one.Fields, ("tenant", one.Tenant)));
        WriteList(json, "deferrals", deferrals, one => WriteTexts(
            json, null, ("transactionId", one.TransactionId), ("tenant", one.Tenant), ("registrationNumber", one.RegistrationNumber), ("sessionId", one.SessionId),
            ("status", one.Status), ("code", one.Outcome?.Code), ("newRegistrationNumber", one.Outcome?.Id)));
        json.WriteEndObject();
    });

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, IReadOnlyDictionary<string, string>? fields, params (string Name, string? Text)[] members)
    {
        json.WriteStartObject();
        foreach (var (name, text) in members)
            json.WriteString(name, text);
        if (fields != null)
        {
            json.WriteStartObject("fields");
            foreach (var (name, text) in fields)
                json.WriteString(name, text);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
