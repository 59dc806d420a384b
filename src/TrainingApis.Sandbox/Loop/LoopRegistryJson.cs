using System.Text.Json;

namespace TrainingApis.Sandbox.Loop;

/// <summary>Writes what the registry holds, for tests to look at.</summary>
internal static class LoopRegistryJson
{
    public static void Write(Utf8JsonWriter json, LoopRegistry registry) => registry.ReadAll((cabinets, changes) =>
    {
        json.WriteStartObject();
        json.WriteStartArray("folders");
        foreach (var cabinet in cabinets)
        {
            foreach (var folder in cabinet.Folders)
                WriteFolder(json, cabinet.Domain, folder);
        }

        json.WriteEndArray();
        json.WriteStartArray("contacts");
        foreach (var cabinet in cabinets)
        {
            foreach (var contact in cabinet.Contacts)
                WriteContact(json, cabinet.Domain, contact);
        }

        json.WriteEndArray();
        json.WriteStartArray("changes");
        foreach (var change in changes)
            WriteChange(json, change);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteFolder(Utf8JsonWriter json, string domain, LoopFolder folder)
    {
        json.WriteStartObject();
        json.WriteString("domain", domain);
        json.WriteString("codeDossier", folder.Code);
        json.WriteString("status", folder.IsOperational ? "Opérationnel" : "A préparer");
        WriteTexts(json, "offers", folder.Offers);
        json.WriteEndObject();
    }

    private static void WriteContact(Utf8JsonWriter json, string domain, LoopContact contact)
    {
        json.WriteStartObject();
        json.WriteString("domain", domain);
        json.WriteString("email", contact.Email);
        json.WriteString("objectId", contact.ObjectId);
        json.WriteString("userObjectId", contact.UserId);
        json.WriteString("revisionId", contact.RevisionId);
        json.WriteStartObject("fields");
        foreach (var (name, value) in contact.Fields)
        {
            if (value is bool flag)
                json.WriteBoolean(name, flag);
            else
                json.WriteString(name, (string)value);
        }

        json.WriteEndObject();
        json.WriteStartObject("folders");
        foreach (var (code, offers) in contact.Links)
            WriteTexts(json, code, offers);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteChange(Utf8JsonWriter json, LoopChange change)
    {
        var operation = change.Operation.ToString();
        json.WriteStartObject();
        json.WriteString("operation", char.ToLowerInvariant(operation[0]) + operation[1..]);
        json.WriteString("domain", change.Domain);
        json.WritePropertyName("fields");
        change.Given.Write(json);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
