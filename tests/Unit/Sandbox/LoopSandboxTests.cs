using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Loop;
using TrainingApis.Sandbox.Server;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Tests that Loop in the sandbox accepts only documented requests.</summary>
public sealed class LoopSandboxTests : IDisposable
{
    private const string Missing =
        "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.";

    private const string Invalid =
        "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.";

    private const string NoKey = "L'en-tête x-apikey est obligatoire.";
    private const string WrongKey = "La clé d'API ou son secret est invalide.";
    private const string NoFields = "Le champ codeDossier est obligatoire. Le champ offre est obligatoire.";
    private const string NotFound = """{"statusCode":404,"message":"Resource not found"}""";
    private const string Twice = "Le champ codeDossier est présent deux fois.";
    private const string NotAnObject = "Le corps de la requête doit être un objet JSON.";
    private const string NotJson = "Le type de contenu doit être application/json.";

    private readonly SandboxClient _sandbox = new();

    public LoopSandboxTests() => Settings.TypographicApostrophes = false;

    private LoopSettings Settings => _sandbox.Handler.Engine.Loop.Settings;

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("", "sandbox-key:sandbox+secret/loop==", 401, Missing)]
    [InlineData("SANDBOX-SUBSCRIPTION", "sandbox-key:sandbox+secret/loop==", 401, Invalid)]
    [InlineData("sandbox-subscription", "", 401, NoKey)]
    [InlineData("sandbox-subscription", "sandbox-key", 401, WrongKey)]
    [InlineData("sandbox-subscription", "sandbox-key:", 401, WrongKey)]
    [InlineData("sandbox-subscription", "other:sandbox+secret/loop==", 401, WrongKey)]
    [InlineData("sandbox-subscription", "sandbox-key:sandbox%2Bsecret%2Floop%3D%3D", 401, WrongKey)]
    [InlineData("sandbox-subscription", "sandbox-key:sandbox secret/loop==", 401, WrongKey)]
    [InlineData("sandbox-subscription", "colon:a:b", 400, NoFields)]
    public async Task Requires_both_keys(string subscription, string key, int status, string text)
    {
        _sandbox.Handler.Engine.Loop.AddAccount(new LoopAccount("sandbox-subscription", "colon", "a:b", "TESTRDDCABINET"));
        (string Name, string Value)[] headers = [("Ocp-Apim-Subscription-Key", subscription), ("x-apikey", key)];
        var sent = headers.Where(header => header.Value.Length > 0).ToArray();
        var reply = await _sandbox.SendAsync("POST", "loop/collaborativeOffer/addOffer", "{}", headers: sent);
        Assert.Equal((status, text), (reply.Status, reply.Sentence()));
        Assert.Equal(text is Missing or Invalid, reply.Headers.ContainsKey("WWW-Authenticate"));
        Assert.True(text != Missing || JsonNode.DeepEquals(JsonNode.Parse(Data.Read("cegid-loop.gateway-401.response.json")), reply.Json));
    }

    [Fact]
    public async Task A_new_secret_replaces_the_old_one()
    {
        Assert.Equal(200, (await _sandbox.LoopAsync("LOOPHUB", LoopCalls.List)).Status);
        _sandbox.Handler.Engine.Loop.AddAccount(LoopAccount.Default with { Secret = "n3w" });
        Assert.Equal(401, (await _sandbox.LoopAsync("LOOPHUB", LoopCalls.List)).Status);
    }

    [Theory]
    [InlineData("GET", "loophub", 404, NotFound)]
    [InlineData("GET", "LOOPHUB/", 404, NotFound)]
    [InlineData("POST", "collaborativeoffer/addOffer", 404, NotFound)]
    [InlineData("POST", "companyProvisionning/provisionCompany", 404, NotFound)]
    [InlineData("POST", "provisioningCollab/addClient", 404, NotFound)]
    [InlineData("POST", "LOOPHUB", 405, "GET")]
    [InlineData("GET", "collaborativeOffer/addCollaborativeOffer", 405, "POST")]
    [InlineData("DELETE", "collaborativeOffer/removeOffer", 405, "POST")]
    [InlineData("PUT", "provisionningCollab/updateClient", 405, "POST")]
    public async Task Serves_only_the_documented_methods_and_paths(string method, string path, int status, string expected)
    {
        var reply = await _sandbox.SendAsync(method, "loop/" + path, "{}");
        Assert.Equal((status, expected), (reply.Status, status == 405 ? reply.Headers["Allow"] : reply.Body));
        var headers = new Dictionary<string, string>(reply.Headers, StringComparer.OrdinalIgnoreCase);
        Assert.NotEqual(Guid.Parse(headers["requestid"]), Guid.Parse(headers["x-request-id"]));
        Assert.Contains("max-age", headers["strict-transport-security"]);
    }

    [Theory]
    [InlineData("addOffer", "codeDossier", null, "est obligatoire")]
    [InlineData("addOffer", "codeDossier", "\" \"", "est obligatoire")]
    [InlineData("addOffer", "codeDossier", "44212", "doit être une chaîne de caractères")]
    [InlineData("addOffer", "offre", "\"Consultation\"", "doit être start, co-production ou consultation")]
    [InlineData("addOffer", "email", "\"a@b.fr\"", "est inconnu")]
    [InlineData("removeOffer", "offre", null, "est obligatoire")]
    [InlineData("removeOffer", "codedossier", "\"MANON001\"", "est inconnu")]
    [InlineData("addCollaborativeOffer", "email", "\"contact\"", "doit être une adresse e-mail")]
    [InlineData("removeApplication", "email", "[]", "doit être une chaîne de caractères")]
    [InlineData("removeApplication", "nom", "\"API\"", "est inconnu")]
    [InlineData("provisionCompany", "codeDossier", null, "est obligatoire")]
    [InlineData("provisionCompany", "offre", "\"gold\"", "doit être start, co-production ou consultation")]
    [InlineData("provisionCompany", "offre", "null", "doit être une chaîne de caractères")]
    [InlineData("provisionCompany", "email", "\"a@b.fr\"", "est inconnu")]
    [InlineData("addClient", "prenom", "\"\"", "est obligatoire")]
    [InlineData("addClient", "telephone", "705060302", "doit être une chaîne de caractères")]
    [InlineData("addClient", "profile", null, "est obligatoire")]
    [InlineData("addClient", "social", "\"true\"", "doit être un booléen")]
    [InlineData("addClient", "actif", "true", "est inconnu")]
    [InlineData("updateClient", "codeDossier", null, "est obligatoire")]
    [InlineData("updateClient", "nom", "null", "doit être une chaîne de caractères")]
    [InlineData("updateClient", "offre", "\"\"", "doit être start, co-production ou consultation")]
    [InlineData("updateClient", "defaultIssuer", "1", "doit être un booléen")]
    [InlineData("LOOPHUB", "apiKey", null, "est obligatoire")]
    [InlineData("LOOPHUB", "filter", "\"x\"", "est inconnu")]
    public async Task Rejects_a_body_that_is_not_as_documented(string operation, string member, string? json, string fault)
    {
        // This setting affects other rejections only.
        Settings.RefusalStatus = 200;
        var (path, good) = LoopCalls.Good(operation);
        var body = (JsonObject)JsonNode.Parse(good)!;
        body.Remove(member);
        if (json is not null)
        {
            body[member] = JsonNode.Parse(json);
        }

        var reply = await _sandbox.LoopAsync(path, body.ToJsonString());
        Assert.Equal((400, $"Le champ {member} {fault}."), (reply.Status, reply.Sentence()));
        Assert.Equal(0, _sandbox.LoopTable("changes").Count);
        Assert.Equal(200, (await _sandbox.LoopAsync(path, good)).Status);
    }

    [Theory]
    [InlineData("[]", "application/json", "", 400, NotAnObject)]
    [InlineData("{\"codeDossier\":\"MANON001\"", "application/json", "", 400, NotAnObject)]
    [InlineData("{\"codeDossier\":\"\\ud800\",\"offre\":\"start\"}", "application/json", "", 400, NotAnObject)]
    [InlineData("{\"codeDossier\":\"A\",\"codeDossier\":\"B\",\"offre\":\"start\"}", "application/json", "", 400, Twice)]
    [InlineData("{}", "application/json", "", 400, NoFields)]
    [InlineData("{}", "text/plain", "", 415, NotJson)]
    [InlineData("codeDossier=MANON001&offre=start", "application/x-www-form-urlencoded", "", 415, NotJson)]
    [InlineData("{}", "application/json", "?subscription-key=sandbox-subscription", 400, "Le champ subscription-key est inconnu.")]
    public async Task Accepts_fields_only_in_one_JSON_object(string body, string mediaType, string query, int status, string text)
    {
        var reply = await _sandbox.LoopAsync("collaborativeOffer/addOffer" + query, body, mediaType: mediaType);
        Assert.Equal((status, text), (reply.Status, reply.Sentence()));
    }

    [Theory]
    [InlineData("Folders", "POST LOOPHUB", "POST", "LOOPHUB")]
    [InlineData("Folders", "GET v2/files query", "GET", "v2/files?apiKey=sandbox-key&domain=TESTRDDCABINET")]
    [InlineData("AddOffer", "PUT v2/offer query", "PUT", "v2/offer?codeDossier=MANON001&offre=start")]
    public async Task Operations_can_be_moved(string operation, string route, string method, string path)
    {
        Assert.NotEqual(200, (await _sandbox.LoopAsync(path, LoopCalls.List, method)).Status);
        _sandbox.Handler.Engine.Loop.Move(operation, route);
        Assert.Equal(200, (await _sandbox.LoopAsync(path, LoopCalls.List, method)).Status);
        Assert.Equal(400, (await _sandbox.LoopAsync(path.Split('?')[0], "{}", method)).Status);
    }

    [Fact]
    public async Task Concurrent_requests_make_one_change_each()
    {
        var bodies = Enumerable.Range(0, 100).Select(number => LoopCalls.Client($"client{number % 50}@example.com"));
        await Task.WhenAll(bodies.Select(body => _sandbox.LoopAsync("provisionningCollab/addClient", body)));
        Assert.Equal((50, 52), (_sandbox.LoopTable("changes").Count, _sandbox.LoopTable("contacts").Count));
    }
}

/// <summary>Sends requests to Loop and reads its responses.</summary>
internal static class LoopCalls
{
    /// <summary>The body that requests the client files of the default account.</summary>
    public const string List = """{"apiKey":"sandbox-key","domain":"TESTRDDCABINET"}""";

    /// <summary>Sends a request with the keys of the default account.</summary>
    public static Task<Reply> LoopAsync(
        this SandboxClient sandbox, string path, string body, string? method = null, string mediaType = "application/json") =>
        sandbox.SendAsync(
            method ?? (path == "LOOPHUB" ? "GET" : "POST"),
            "loop/" + path,
            body,
            mediaType,
            ("Ocp-Apim-Subscription-Key", "sandbox-subscription"),
            ("x-apikey", "sandbox-key:sandbox+secret/loop=="));

    public static Table LoopTable(this SandboxClient sandbox, string name) => sandbox.Handler.Engine.Loop.Database[name];

    /// <summary>Gets the path of an operation, and a valid body.</summary>
    public static (string Path, string Body) Good(string operation) => operation switch
    {
        "LOOPHUB" => (operation, List),
        "provisionCompany" => ("companyProvisioning/provisionCompany", """{"codeDossier":"MANON004"}"""),
        "addOffer" or "removeOffer" => ($"collaborativeOffer/{operation}", """{"codeDossier":"MANON001","offre":"start"}"""),
        "addClient" => ("provisionningCollab/addClient", Client("contact@example.com")),
        "addCollaborativeOffer" => ("collaborativeOffer/addCollaborativeOffer", Keys("helene.lefevre@example.com")),
        _ => ($"provisionningCollab/{operation}", Keys("helene.lefevre@example.com")),
    };

    public static string Keys(string email, string code = "MANON001", string offer = "start") =>
        $$"""{"email":"{{email}}","codeDossier":"{{code}}","offre":"{{offer}}"}""";

    public static string Client(string email, string code = "CEGID003") =>
        Keys(email, code, "consultation").TrimEnd('}') + ""","nom":"A","prenom":"B","telephone":"1","profile":"2.0","social":true}""";

    /// <summary>Gets the text of a response of any form.</summary>
    public static string Sentence(this Reply reply) => reply.Body switch
    {
        ['{', ..] => (string)reply.Json["message"]!,
        ['"', ..] => (string)reply.Json!,
        _ => reply.Body,
    };
}
