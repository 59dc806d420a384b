using System.Globalization;
using System.Text.Json.Nodes;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>Makes the members of seeded and of new resources.</summary>
internal static class ConferencesMembers
{
    public static JsonObject Time(DateTime time, string? zone)
    {
        var result = new JsonObject { ["dateTime"] = time.ToString("s", CultureInfo.InvariantCulture) };
        if (zone != null)
            result["timeZone"] = zone;
        return result;
    }

    public static JsonObject Conference(int index)
    {
        var facts = ConferencesEvents.All[index];
        var result = new JsonObject
        {
            ["title"] = facts.Title,
            ["description"] = $"<p>{facts.Title}</p>\n<ul><li>Accueil dès 8 h 30</li></ul>",
            ["picture"] = new JsonObject { ["url"] = $"https://www.example.com/{index}.png", ["mimeType"] = "image/png" },
            ["location"] = Location(index, facts.City),
            ["capacity"] = facts.Capacity,
            ["duration"] = 90 + (30 * index),
            ["webLink"] = $"https://www.example.com/c/{index}",
            ["code"] = $"CONF{index:D2}",
            ["tags"] = new JsonArray(new JsonObject { ["id"] = "1", ["text"] = "Présentiel" }, new JsonObject { ["id"] = "2", ["text"] = "Été ; gratuit" }),
            ["form"] = ConferencesForms.OfSeededConference(),
            ["availability"] = "public",
            ["registrationRules"] = new JsonObject { ["allowAdditionalSeats"] = facts.MoreSeats > 0, ["numberOfAdditionalSeats"] = facts.MoreSeats },
            ["cipherId"] = $"cf{7919 * (index + 1):x8}",
        };
        if (facts.ExternalId != null)
            result["externalId"] = facts.ExternalId;
        return result;
    }

    public static JsonObject Session(int index, DateTime start, string? zone, bool isClosed) => new()
    {
        ["start"] = Time(start, zone),
        ["status"] = isClosed ? "closed" : "opened",
        ["cipherId"] = SessionCipher(index),
        ["webLink"] = $"https://www.example.com/s/{SessionCipher(index)}",
    };

    public static JsonObject Registration(int index, ConferencesItem client, JsonObject registered)
    {
        var cipher = $"rg{104729L * (index + 1):x10}";
        return new JsonObject
        {
            ["client"] = Client(client),
            ["status"] = "accepted",
            ["seats"] = 1,
            ["registered"] = registered,
            ["cipherId"] = cipher,
            ["source"] = null,
            ["sourceType"] = "api",
            ["cancelReason"] = null,
            ["cancelSource"] = null,
            ["cancelled"] = null,
            ["webLink"] = $"https://www.example.com/r/{cipher}",
        };
    }

    /// <summary>What a registration repeats of its client.</summary>
    public static JsonObject Client(ConferencesItem client)
    {
        var result = new JsonObject { ["id"] = client.Id };
        foreach (var (name, value) in client.Members)
            result[name] = value?.DeepClone();
        return result;
    }

    public static string SessionCipher(int index) => $"ss{15485863L * (index + 1):x10}";

    private static JsonObject Location(int index, string city) => index switch
    {
        3 => new JsonObject { ["type"] = "schedulingCompanyAddress", ["companyId"] = "77" },
        5 => new JsonObject { ["type"] = "link", ["text"] = "https://visio.example.com/salle?nom=été" },
        7 => new JsonObject { ["type"] = "custom", ["text"] = "Lieu à confirmer" },
        _ => new JsonObject
        {
            ["type"] = "address",
            ["street"] = "12 rue de l'Église",
            ["additionalStreet"] = "Bâtiment B ; 2e étage",
            ["zipCode"] = "06200",
            ["city"] = city,
            ["country"] = "France",
            ["geolocation"] = new JsonObject { ["lat"] = 48.8566, ["lng"] = 2.3522 },
        },
    };
}
