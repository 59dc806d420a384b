using System.Text.Json.Nodes;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Bodies are taken as documented, and not otherwise.</summary>
public sealed class LoopFieldTests : IDisposable
{
    private const string Required = "est obligatoire";
    private const string Text = "doit être une chaîne de caractères";
    private const string Flag = "doit être un booléen";
    private const string Offer = "doit être start, co-production ou consultation";
    private const string Unknown = "est inconnu";

    private readonly LoopCaller _loop = new();

    public void Dispose() => _loop.Dispose();

    [Theory]
    [InlineData("codeDossier", null, Required)]
    [InlineData("codeDossier", "\" \"", Required)]
    [InlineData("codeDossier", "44212", Text)]
    [InlineData("codeDossier", "null", Text)]
    [InlineData("offre", null, Required)]
    [InlineData("offre", "\"Consultation\"", Offer)]
    [InlineData("offre", "\"coproduction\"", Offer)]
    [InlineData("offre", "1", Text)]
    [InlineData("email", "\"a@b.fr\"", Unknown)]
    [InlineData("codedossier", "\"MANON001\"", Unknown)]
    public async Task An_offer_of_a_file(string field, string? json, string fault)
    {
        foreach (var operation in new[] { "addOffer", "removeOffer" })
            await RefusesAsync("collaborativeOffer/" + operation, """{"codeDossier":"MANON001","offre":"consultation"}""", field, json, fault);
    }

    [Theory]
    [InlineData("email", null, Required)]
    [InlineData("email", "\"contact\"", "doit être une adresse e-mail")]
    [InlineData("email", "[]", Text)]
    [InlineData("codeDossier", null, Required)]
    [InlineData("offre", null, Required)]
    [InlineData("offre", "\"START\"", Offer)]
    [InlineData("nom", "\"API\"", Unknown)]
    public async Task An_offer_of_a_contact(string field, string? json, string fault)
    {
        foreach (var path in new[] { "collaborativeOffer/addCollaborativeOffer", "provisionningCollab/removeApplication" })
            await RefusesAsync(path, """{"email":"helene.lefevre@example.com","codeDossier":"MANON001","offre":"consultation"}""", field, json, fault);
    }

    [Theory]
    [InlineData("codeDossier", null, Required)]
    [InlineData("codeDossier", "true", Text)]
    [InlineData("offre", "\"start\"", Unknown)]
    public Task A_file_to_provision(string field, string? json, string fault) =>
        RefusesAsync("companyProvisioning/provisionCompany", """{"codeDossier":"MANON004"}""", field, json, fault);

    [Theory]
    [InlineData("email", null, Required)]
    [InlineData("codeDossier", null, Required)]
    [InlineData("offre", null, Required)]
    [InlineData("nom", null, Required)]
    [InlineData("prenom", "\"\"", Required)]
    [InlineData("telephone", null, Required)]
    [InlineData("telephone", "705060302", Text)]
    [InlineData("profile", null, Required)]
    [InlineData("profile", "2.0", Text)]
    [InlineData("social", null, Required)]
    [InlineData("social", "\"true\"", Flag)]
    [InlineData("social", "1", Flag)]
    [InlineData("social", "null", Flag)]
    [InlineData("actif", "true", Unknown)]
    [InlineData("defaultIssuer", "true", Unknown)]
    public Task A_new_client(string field, string? json, string fault) => RefusesAsync("provisionningCollab/addClient", LoopCaller.Client, field, json, fault);

    [Theory]
    [InlineData("email", null, Required)]
    [InlineData("codeDossier", null, Required)]
    [InlineData("offre", "null", Text)]
    [InlineData("offre", "\"\"", Offer)]
    [InlineData("nom", "null", Text)]
    [InlineData("social", "\"false\"", Flag)]
    [InlineData("actif", "0", Flag)]
    [InlineData("actif", "null", Flag)]
    [InlineData("defaultIssuer", "\"true\"", Flag)]
    [InlineData("active", "true", Unknown)]
    public Task A_changed_client(string field, string? json, string fault) =>
        RefusesAsync("provisionningCollab/updateClient", """{"email":"helene.lefevre@example.com","codeDossier":"MANON001"}""", field, json, fault);

    [Theory]
    [InlineData("apiKey", null, Required)]
    [InlineData("apiKey", "1", Text)]
    [InlineData("domain", null, Required)]
    [InlineData("filter", "\"x\"", Unknown)]
    public async Task The_list_of_files(string field, string? json, string fault)
    {
        _loop.Control.SetRoute("Folders", "POST LOOPHUB");
        await RefusesAsync("LOOPHUB", """{"apiKey":"sandbox-key","domain":"TESTRDDCABINET"}""", field, json, fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"MANON001\"")]
    [InlineData("{\"codeDossier\":\"MANON001\"")]
    [InlineData("{\"codeDossier\":\"\\ud800\",\"offre\":\"start\"}")]
    [InlineData("codeDossier=MANON001&offre=start")]
    public async Task A_body_is_one_JSON_object(string body)
    {
        var answer = await _loop.PostAsync("collaborativeOffer/addOffer", body);
        Assert.Equal((400, "Le corps de la requête doit être un objet JSON."), (answer.Status, Straight(answer.Sentence)));
    }

    [Fact]
    public async Task A_field_stands_there_once()
    {
        var answer = await _loop.PostAsync("collaborativeOffer/addOffer", """{"codeDossier":"MANON001","codeDossier":"MANON002","offre":"start"}""");
        Assert.Equal((400, "Le champ codeDossier est présent deux fois."), (answer.Status, Straight(answer.Sentence)));
    }

    [Theory]
    [InlineData("application-json")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("")]
    public async Task A_body_says_that_it_is_JSON(string contentType)
    {
        var body = """{"codeDossier":"MANON001","offre":"start"}""";
        var answer = await _loop.AskAsync("POST", "collaborativeOffer/addOffer", body, contentType);
        Assert.Equal((415, "Le type de contenu doit être application/json."), (answer.Status, Straight(answer.Sentence)));
        Assert.Equal(200, (await _loop.AskAsync("POST", "collaborativeOffer/addOffer", body, "application/json; charset=utf-8")).Status);
    }

    [Theory]
    [InlineData("subscription-key=sandbox-subscription", "subscription-key")]
    [InlineData("$top=5", "$top")]
    public async Task Nothing_travels_in_the_query(string query, string name)
    {
        var answer = await _loop.PostAsync("collaborativeOffer/addOffer?" + query, """{"codeDossier":"MANON001","offre":"start"}""");
        Assert.Equal((400, $"Le paramètre {name} est inconnu."), (answer.Status, Straight(answer.Sentence)));
    }

    [Fact]
    public async Task A_request_that_is_wrong_stays_wrong_whatever_the_status_of_refusals()
    {
        _loop.Control.RefusalStatus = 200;
        Assert.Equal(400, (await _loop.PostAsync("collaborativeOffer/addOffer", "{}")).Status);
        Assert.Equal("Le champ codeDossier est obligatoire. Le champ offre est obligatoire.", (await _loop.PostAsync("collaborativeOffer/addOffer", "{}")).Sentence);
    }

    private async Task RefusesAsync(string path, string good, string field, string? json, string fault)
    {
        var body = JsonNode.Parse(good)!.AsObject();
        body.Remove(field);
        if (json != null)
            body[field] = JsonNode.Parse(json);
        var answer = await _loop.PostAsync(path, body.ToJsonString());
        Assert.Equal((400, $"Le champ {field} {fault}."), (answer.Status, Straight(answer.Sentence)));
        Assert.Equal(0, _loop.State.GetProperty("changes").GetArrayLength());
        Assert.Equal(200, (await _loop.PostAsync(path, good)).Status);
        _loop.Sandbox.Reset();
        if (path == "LOOPHUB")
            _loop.Control.SetRoute("Folders", "POST LOOPHUB");
    }

    private static string Straight(string text) => text.Replace('’', '\'');
}
