using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>Reads a request's fields, and refuses what is not as documented: unknown, doubled, read-only, of another type.</summary>
internal static class ConferencesBody
{
    /// <summary>The members whose text in a query stands for a number, a flag or JSON.</summary>
    private static readonly string[] NoText = { "seats", "form", "signature", "signature.enabled", "signature.cryptoKeyIds", "schema", "client", "basicAuth", "oauth2Auth", "httpRequestHeader" };

    public static JsonObject Read(SandboxRequest request, bool fromQuery, BodyCheck check)
    {
        if (!fromQuery && request.MediaType != "application/json")
            throw ConferencesRefusal.UnsupportedMediaType();
        if (fromQuery && request.Body.Length > 0)
            throw ConferencesRefusal.Invalid("The fields travel in the query");
        var bytes = fromQuery ? JsonSerializer.SerializeToUtf8Bytes(FromQuery(request.Query)) : request.Body;
        var faults = new BodyFaults();
        try
        {
            using var json = JsonDocument.Parse(bytes);
            check(json.RootElement, string.Empty, faults);
            faults.ThrowIfAny();
            return JsonNode.Parse(bytes)!.AsObject();
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // The second: text that is no Unicode is found only when it is read.
            throw ConferencesRefusal.Invalid("The body is not valid JSON");
        }
    }

    /// <summary><c>client.id=5001&amp;seats=2</c> as the object that it stands for.</summary>
    private static JsonObject FromQuery(NameValues query)
    {
        var root = new JsonObject();
        foreach (var (name, text) in query.Pairs)
        {
            var parts = name.Split('.');
            var place = root;
            foreach (var part in parts[..^1])
            {
                if (place[part] is not JsonObject inner)
                    place[part] = inner = new JsonObject();
                place = inner;
            }

            if (!place.TryAdd(parts[^1], Value(name, text)))
                throw ConferencesRefusal.Invalid($"Invalid request: {name} occurs twice", name);
        }

        return root;
    }

    private static JsonNode? Value(string name, string text)
    {
        if (!NoText.Contains(name))
            return JsonValue.Create(text);
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
