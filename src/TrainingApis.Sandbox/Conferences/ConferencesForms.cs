using System.Text.Json.Nodes;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>The form that conferences have, one field of each kind that the documents name, and what people wrote in it.</summary>
internal static class ConferencesForms
{
    private const string Contact = """
        [{"id":"last-name","type":"text","title":"Nom","bind":"crm-last-name","mandatory":true,"visible":true,"valueFormat":{"maxLength":127,"minLength":1}},
         {"id":"first-name","type":"text","title":"Prénom","bind":"crm-first-name","mandatory":true,"visible":true},
         {"id":"email","type":"text","title":"Adresse e-mail","bind":"crm-email","mandatory":true,"visible":true,"placeholder":"vous@exemple.fr",
          "valueFormat":{"maxLength":255,"minLength":3,"regexType":"email","regexValue":"^[^@]+@[^@]+$","valueFormat":"regex"}},
         {"id":"phone","type":"text","title":"Téléphone","bind":"crm-phone","mandatory":false,"visible":true},
         {"id":"address","type":"crm-address","title":"Adresse","bind":"crm-address","bindGroup":"company","mandatory":false,"visible":true,
          "subItem":[{"id":"street","type":"text","title":"Rue"},{"id":"zip-code","type":"text","title":"Code postal"},{"id":"city","type":"text","title":"Ville"}]},
         {"id":"guest","type":"crm-name","title":"Accompagnant·e","mandatory":false,"visible":true,
          "subItem":[{"id":"guest-last-name","type":"text","title":"Nom"},{"id":"guest-first-name","type":"text","title":"Prénom"}]}]
        """;

    private const string Additional = """
        [[{"id":"meal","type":"radio","title":"Repas","help":"Un seul choix","otherValue":true,"externalId":"REPAS","mandatory":false,"visible":true},
          {"id":"workshops","type":"checkbox","title":"Ateliers","otherValue":false,"mandatory":false,"visible":true}],
         [{"id":"profile","type":"select","title":"Métier","category":true,"multiple":true,"otherValue":false,"mandatory":false,"visible":true},
          {"id":"arrival","type":"date","title":"Arrivée","mandatory":false,"visible":true},
          {"id":"comment","type":"text","title":"Question à l'intervenant","mandatory":false,"visible":false}]]
        """;

    private const string Answers = """
        [{"id":"address","subItem":[{"id":"street","value":"12 rue de l'Église ; bât. B"},{"id":"zip-code","value":"06200"},{"id":"city","value":"Nice"}]},
         {"id":"guest","subItem":[{"id":"guest-last-name","value":"Lefèvre"},{"id":"guest-first-name","value":"Zoé"}]},
         {"id":"meal","values":[{"id":"m1","name":"Végétarien","value":"vege"}]},
         {"id":"workshops","values":[{"id":"w1","name":"Oser décider","value":"w1"},{"id":"w3","name":"L'œuvre & la méthode","value":"w3"}]},
         {"id":"profile","values":[{"id":"g1","name":"Ressources humaines","values":[{"id":"p11","name":"Recrutement","value":"p11"},{"id":"p12","name":"Paie","value":"p12"}]}]},
         {"id":"arrival","value":"2026-03-29T02:30:00"},
         {"id":"comment","value":"=1+1 ? \"Merci\"\nÀ bientôt 🌞"}]
        """;

    /// <summary>What a conference has from the start, whoever makes it: name, e-mail and telephone.</summary>
    public static JsonObject OfNewConference() => new()
    {
        ["contactFields"] = new JsonArray(JsonNode.Parse(Contact)!.AsArray().Take(4).Select(field => field!.DeepClone()).ToArray()),
        ["additionalFields"] = new JsonArray(),
    };

    public static JsonObject OfSeededConference() => new() { ["contactFields"] = JsonNode.Parse(Contact), ["additionalFields"] = JsonNode.Parse(Additional) };

    /// <summary>What somebody wrote: everything, one item, the contact fields, nothing, or there was no form at all (null), in turn.</summary>
    public static JsonArray? OfRegistration(int index, JsonObject client, ConferencesItem conference)
    {
        var given = (index % 5) switch
        {
            0 => new JsonArray(ContactOf(client).Concat(JsonNode.Parse(Answers)!.AsArray()).Select(item => item!.DeepClone()).ToArray()),
            1 => new JsonArray(new JsonObject { ["id"] = "comment", ["value"] = "Où se garer ?" }),
            2 => new JsonArray(ContactOf(client).ToArray()),
            3 => new JsonArray(),
            _ => null,
        };
        return given == null ? null : FormRules.Complete(given, conference, ConferencesWorld.CompanyZone);
    }

    private static IEnumerable<JsonNode> ContactOf(JsonObject client)
    {
        foreach (var (id, member) in new[] { ("last-name", "lastName"), ("first-name", "firstName"), ("email", "emailAddress"), ("phone", "phoneNumber") })
        {
            if ((string?)client[member] is { } text)
                yield return new JsonObject { ["id"] = id, ["value"] = text };
        }
    }
}
