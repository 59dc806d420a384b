using System.Text.Json.Nodes;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>
/// Provides the form of the sample conferences, with a field of each documented type, and the entered values. Two fields have the same
/// title, and some titles and values start like formulas. The members <c>position</c>, <c>seatsLeft</c> and <c>regexFlags</c> are not
/// documented.
/// </summary>
internal static class ConferenceSampleForms
{
    private const string ContactFields = """
        [{"id":"last-name","type":"text","title":"Nom","bind":"crm-last-name","mandatory":true,"visible":true,
          "valueFormat":{"maxLength":127,"minLength":1}},
         {"id":"first-name","type":"text","title":"Prénom","bind":"crm-first-name","mandatory":true,"visible":true},
         {"id":"email","type":"text","title":"Adresse e-mail","bind":"crm-email","mandatory":true,"visible":true,
          "placeholder":"vous@exemple.fr","valueFormat":{"maxLength":255,"minLength":3,"regexType":"email",
          "regexValue":"^[^@]+@[^@]+$","valueFormat":"regex","regexFlags":"i"}},
         {"id":"phone","type":"text","title":"Téléphone","bind":"crm-phone","mandatory":false,"visible":true},
         {"id":"address","type":"crm-address","title":"Adresse","bind":"crm-address","bindGroup":"company","mandatory":false,
          "visible":true,"subItem":[{"id":"street","type":"text","title":"Rue"},
          {"id":"zip-code","type":"text","title":"Code postal"},{"id":"city","type":"text","title":"Ville"}]},
         {"id":"guest","type":"crm-name","title":"+1 : qui vous accompagne ?","mandatory":false,"visible":true,
          "subItem":[{"id":"guest-last-name","type":"text","title":"Nom"},
          {"id":"guest-first-name","type":"text","title":"Prénom"}]}]
        """;

    private const string AdditionalFields = """
        [[{"id":"meal","type":"radio","title":"Repas","help":"Un seul choix","otherValue":true,"externalId":"REPAS",
           "mandatory":false,"visible":true,"position":1,
           "values":[{"id":"m1","name":"Végétarien","value":"vege"},{"id":"m2","name":"Poisson","value":"poisson"}]},
          {"id":"diet","type":"text","title":"Repas","help":"Allergies","mandatory":false,"visible":true,"position":2},
          {"id":"workshops","type":"checkbox","title":"Ateliers","otherValue":false,"mandatory":false,"visible":true,
           "values":[{"id":"w1","name":"Oser décider","value":"w1","seatsLeft":4},
           {"id":"w2","name":"Négocier","value":"w2","seatsLeft":9},
           {"id":"w3","name":"L'œuvre & la méthode","value":"w3","seatsLeft":0}]}],
         [{"id":"profile","type":"select","title":"Métier","category":true,"multiple":true,"otherValue":false,
           "mandatory":false,"visible":true,"values":[{"id":"g1","name":"Ressources humaines","values":[
           {"id":"p11","name":"Recrutement","value":"p11"},{"id":"p12","name":"Paie","value":"p12"}]},
           {"id":"g2","name":"Finance","values":[{"id":"p21","name":"Audit","value":"p21"}]}]},
          {"id":"arrival","type":"date","title":"Arrivée","mandatory":false,"visible":true},
          {"id":"comment","type":"text","title":"Question à l'intervenant","mandatory":false,"visible":false}]]
        """;

    private const string Values = """
        [{"id":"address","subItem":[{"id":"street","value":"12 rue de l'Église ; bât. B"},{"id":"zip-code","value":"06200"},
          {"id":"city","value":"Nice"}]},
         {"id":"guest","subItem":[{"id":"guest-last-name","value":"Lefèvre"},{"id":"guest-first-name","value":"Zoé"}]},
         {"id":"meal","values":[{"id":"m1","name":"Végétarien","value":"vege"}]},
         {"id":"diet","value":"- sans gluten\n- sans arachide"},
         {"id":"workshops","values":[{"id":"w1","name":"Oser décider","value":"w1","seatsLeft":4},
          {"id":"w3","name":"L'œuvre & la méthode","value":"w3","seatsLeft":0}]},
         {"id":"profile","values":[{"id":"g1","name":"Ressources humaines","values":[
          {"id":"p11","name":"Recrutement","value":"p11"},{"id":"p12","name":"Paie","value":"p12"}]}]},
         {"id":"arrival","value":"2026-03-29T02:30:00"},
         {"id":"comment","value":"=1+1 ? \"Merci\"\nÀ bientôt 🌞"}]
        """;

    private static readonly (string Id, string Member)[] ContactIds =
        [("last-name", "lastName"), ("first-name", "firstName"), ("email", "emailAddress"), ("phone", "phoneNumber")];

    /// <summary>Creates the form of a conference.</summary>
    public static JsonObject CreateFields() => new()
    {
        ["contactFields"] = JsonNode.Parse(ContactFields),
        ["additionalFields"] = JsonNode.Parse(AdditionalFields),
    };

    /// <summary>
    /// Creates the form of a registration. By index, it has all items, one item, only the contact fields, or no items, or there is no form
    /// (null).
    /// </summary>
    public static JsonArray? Create(int index, JsonObject client, JsonObject conference)
    {
        var contact = ContactIds.Where(pair => client[pair.Member] is not null)
            .Select(pair => new JsonObject { ["id"] = pair.Id, ["value"] = (string?)client[pair.Member] });
        JsonArray? form = (index % 5) switch
        {
            0 => [.. contact, .. ((JsonArray)JsonNode.Parse(Values)!).Select(item => item!.DeepClone())],
            1 => [new JsonObject { ["id"] = "comment", ["value"] = "Où se garer ?" }],
            2 => [.. contact],
            3 => [],
            _ => null,
        };
        return form is null ? null : ConferenceForm.Complete(form, conference);
    }
}
