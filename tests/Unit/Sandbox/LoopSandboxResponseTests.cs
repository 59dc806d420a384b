using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TrainingApis.Sandbox;
using TrainingApis.Sandbox.Loop;
using Xunit;
using static TrainingApis.Tests.Unit.Sandbox.LoopCalls;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Tests that Loop in the sandbox responds in the documented forms and stores changes.</summary>
public sealed class LoopSandboxResponseTests : IDisposable
{
    private const string Known = "helene.lefevre@example.com";
    private const string Uninvited = "francois.garcon@horstenant.example";
    private const string EmailTaken = "L'e-mail de cet interlocuteur est déjà associé à un autre interlocuteur";
    private const string NotInvited = "Pour proposer un service à un interlocuteur vous devez d'abord l'inviter sur votre tenant";
    private const string UnknownContact = "L'interlocuteur n'existe pas";
    private const string OtherKey = "Le champ apiKey ne correspond pas à la clé de l'en-tête x-apikey.";
    private const string Provision = """{"codeDossier":"MANON004"}""";
    private const string FileOffer = """{"codeDossier":"MANON001","offre":"consultation"}""";
    private const string OtherDomain = "Le domaine n'est pas associé à cette clé d'API.";

    private readonly SandboxClient _sandbox = new();

    public LoopSandboxResponseTests() => Settings.TypographicApostrophes = false;

    private LoopSettings Settings => _sandbox.Handler.Engine.Loop.Settings;

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task Returns_the_documented_responses_to_the_documented_requests()
    {
        Settings.Shapes = new Dictionary<string, LoopShape>
        {
            ["AddClient"] = LoopShape.Contact,
            ["AlreadyAssigned"] = LoopShape.JsonText,
        };
        foreach (var (operation, name) in new[]
        {
            ("addOffer", "add-offer"), ("removeOffer", "remove-offer"), ("addClient", "add-client"), ("updateClient", "update-client"),
            ("removeApplication", "remove-application"),
        })
        {
            var reply = await SendAsync(operation, Example(name + ".request"));
            Assert.Equal((200, WithoutIds(Example(name + ".response"))), (reply.Status, WithoutIds(reply.Body)));
        }

        Assert.Equal(200, (await SendAsync("provisionCompany", Example("provision-company.request"))).Status);
        Assert.Equal("0405060302", (string?)Contact("contact@example.com")["fields"]!["telephone"]);
    }

    [Fact]
    public async Task Returns_an_array_that_starts_with_the_documented_files()
    {
        var reply = await SendAsync("LOOPHUB", List);
        var files = reply.Json.AsArray();
        var documented = JsonNode.Parse(Example("loophub.response"));
        Assert.True(JsonNode.DeepEquals(documented, new JsonArray([.. files.Take(2).Select(file => file!.DeepClone())])));
        Assert.Equal(600, files.Select(file => (string?)file!["codeIbs"]).Distinct().Count());
        Assert.Contains(files, file => (string?)file!["codeIbs"] == "CEGID003");
        Assert.Contains(files, file => (string?)file!["nom"] == "LEFÈVRE");
        Assert.Contains(files, file => file!["engagementManager"] is null && file.AsObject().ContainsKey("engagementManager"));
        Assert.Contains(files.Skip(2), file => !file!.AsObject().ContainsKey("maitreDossierId"));

        using var same = new SandboxClient();
        using var other = new SandboxClient(new SandboxOptions { Seed = 7 });
        Assert.Equal(reply.Body, (await same.LoopAsync("LOOPHUB", List)).Body);
        Assert.NotEqual(reply.Body, (await other.LoopAsync("LOOPHUB", List)).Body);
    }

    [Fact]
    public async Task Each_firm_has_its_own_files()
    {
        await SendAsync("addOffer", """{"codeDossier":"MANON001","offre":"start"}""");
        var list = await SendAsync("LOOPHUB", List);
        _sandbox.Handler.Engine.Loop.AddAccount(LoopAccount.Default with { Domain = "CEGIDPARTENAIRES" });
        await SendAsync("addOffer", FileOffer);
        Assert.NotEqual(list.Body, (await SendAsync("LOOPHUB", List.Replace("TESTRDDCABINET", "CEGIDPARTENAIRES"))).Body);
        var files = _sandbox.LoopTable("folders").Where(folder => (string?)folder["codeDossier"] == "MANON001");
        Assert.Equal(["[\"start\"]", "[\"consultation\"]"], files.Select(file => file["offers"]!.ToJsonString()));
    }

    [Theory]
    [InlineData(Provision, "[]")]
    [InlineData("""{"codeDossier":"MANON004","offre":"co-production"}""", """["co-production"]""")]
    public async Task Provisions_a_file_once_with_or_without_an_offer(string body, string offers)
    {
        await SendAsync("LOOPHUB", List);
        Assert.Equal("A préparer", (string?)Folder("MANON004")["status"]);
        Assert.Equal(200, (await SendAsync("provisionCompany", body)).Status);
        Assert.Equal(("Opérationnel", offers), ((string?)Folder("MANON004")["status"], Folder("MANON004")["offers"]!.ToJsonString()));
        var again = await SendAsync("provisionCompany", body);
        Assert.Equal((409, "Le dossier client MANON004 est déjà opérationnel"), (again.Status, again.Sentence()));
        Assert.Equal(body, Assert.Single(_sandbox.LoopTable("changes"))["fields"]!.ToJsonString());
    }

    [Theory]
    [InlineData(nameof(LoopShape.Message), """{"message":"Le dossier client MANON004 est opérationnel"}""")]
    [InlineData(nameof(LoopShape.JsonText), "\"Le dossier client MANON004 est opérationnel\"")]
    [InlineData(nameof(LoopShape.PlainText), "Le dossier client MANON004 est opérationnel")]
    [InlineData(nameof(LoopShape.Nothing), "")]
    public async Task Settings_select_the_form_of_a_success(string shape, string body)
    {
        SelectShape("Provision", shape);
        var reply = await SendAsync("provisionCompany", Provision);
        Assert.Equal((200, body), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task Contact_and_user_each_have_an_id_and_a_revision()
    {
        var before = (await SendAsync("removeApplication", Keys(Known))).Json;
        var after = (await SendAsync("removeApplication", Keys(Known))).Json;
        foreach (var (member, id, revision) in new[] { ("interloc", "objectId", "revisionId"), ("user", "userObjectId", "userRevisionId") })
        {
            var (old, data) = (before[member]!["data"]!, after[member]!["data"]!);
            Assert.Equal((string?)old["objectId"], (string?)data["objectId"]);
            Assert.Equal((string?)Contact(Known)[id], (string?)data["objectId"]);
            Assert.Equal((string?)Contact(Known)[revision], (string?)data["revisionId"]);
            Assert.True(string.CompareOrdinal((string?)old["revisionId"], (string?)data["revisionId"]) < 0);
        }

        Assert.NotEqual((string?)after["interloc"]!["data"]!["revisionId"], (string?)after["user"]!["data"]!["revisionId"]);
    }

    [Theory]
    [InlineData(200, nameof(LoopShape.PlainText), EmailTaken)]
    [InlineData(400, nameof(LoopShape.Message), "{\"message\":\"" + EmailTaken + "\"}")]
    [InlineData(409, nameof(LoopShape.JsonText), "\"" + EmailTaken + "\"")]
    [InlineData(422, nameof(LoopShape.PlainText), EmailTaken)]
    [InlineData(500, nameof(LoopShape.Message), "{\"message\":\"" + EmailTaken + "\"}")]
    public async Task Settings_select_status_form_and_apostrophe_of_a_rejection(int status, string shape, string body)
    {
        Settings.RefusalStatus = status;
        SelectShape("Refusal", shape);
        var reply = await SendAsync("addClient", Client(Known));
        Assert.Equal((status, body), (reply.Status, reply.Body));
        Settings.TypographicApostrophes = true;
        Assert.Equal(body.Replace('\'', '’'), (await SendAsync("addClient", Client(Known))).Body);
    }

    [Theory]
    [InlineData("addClient", "HELENE.LEFEVRE@example.com", "CEGID003", EmailTaken)]
    [InlineData("addClient", "new@horstenant.example", "CEGID003", NotInvited)]
    [InlineData("updateClient", Uninvited, "MANON001", NotInvited)]
    [InlineData("addCollaborativeOffer", Uninvited, "MANON001", NotInvited)]
    [InlineData("updateClient", Known, "MANON002", UnknownContact)]
    [InlineData("removeApplication", Known, "MANON002", UnknownContact)]
    [InlineData("addCollaborativeOffer", "nobody@example.com", "MANON001", UnknownContact)]
    [InlineData("addClient", "new@example.com", "manon001", "Le dossier client manon001 n'existe pas", 400)]
    [InlineData("addCollaborativeOffer", Known, "44212", "Le dossier client 44212 n'existe pas", 400)]
    [InlineData("LOOPHUB", "sandbox-key:sandbox+secret/loop==", "TESTRDDCABINET", OtherKey, 400)]
    [InlineData("LOOPHUB", "sandbox-key", "testrddcabinet", OtherDomain, 400)]
    public async Task Rejects_with_the_documented_texts(string operation, string who, string where, string text, int? status = null)
    {
        var reply = await SendAsync(operation, operation switch
        {
            "addClient" => Client(who, where),
            "LOOPHUB" => $$"""{"apiKey":"{{who}}","domain":"{{where}}"}""",
            _ => Keys(who, where, "co-production"),
        });
        Assert.Equal(text, reply.Sentence());
        Assert.Contains(reply.Status, status is null ? [200, 400, 409, 500] : new[] { status.Value });
        Assert.Equal(0, _sandbox.LoopTable("changes").Count);
    }

    [Fact]
    public async Task All_documented_forms_occur_and_a_contact_always_gets_the_same_form()
    {
        Settings.TypographicApostrophes = null;
        var forms = new Dictionary<string, SortedSet<string>>();
        foreach (var email in Enumerable.Range(0, 80).Select(number => $"client{number}@example.com"))
        {
            var refusal = await SendAsync("updateClient", Keys(email));
            Assert.Equal(refusal.Body, (await SendAsync("updateClient", Keys(email))).Body);
            Note("refused", Form(refusal), $"{refusal.Status}", refusal.Body.Contains('’') ? "’" : "'");
            Note("added", Form(await SendAsync("addClient", Client(email))));
            Note("updated", Form(await SendAsync("updateClient", $$"""{"email":"{{email}}","codeDossier":"CEGID003","social":false}""")));
            Note("assigned", Form(await SendAsync("updateClient", Keys(email, "CEGID003", "consultation"))));
            Note("attached", Form(await SendAsync("addCollaborativeOffer", Keys(email))));
        }

        Assert.Equal(["interloc", "interloc+user"], forms["added"]);
        Assert.Equal(["JSON text", "interloc", "interloc+user", "text", "text as JSON"], forms["updated"]);
        Assert.Equal(["JSON text", "message", "text", "text as JSON"], forms["assigned"]);
        Assert.Equal(["JSON text", "interloc+user", "message", "nothing"], forms["attached"]);
        Assert.Equal(["'", "200", "400", "409", "500", "JSON text", "message", "text", "text as JSON", "’"], forms["refused"]);

        void Note(string what, params string[] seen)
        {
            forms.TryAdd(what, new SortedSet<string>(StringComparer.Ordinal));
            forms[what].UnionWith(seen);
        }
    }

    [Fact]
    public async Task Stores_changes_of_files_and_contacts()
    {
        await SendAsync("addOffer", FileOffer);
        await SendAsync("addOffer", FileOffer);
        await SendAsync("addCollaborativeOffer", Keys(Known, "MANON002"));
        Assert.Equal("""["consultation"]""", Folder("MANON001")["offers"]!.ToJsonString());
        Assert.Equal("""{"MANON001":["consultation"],"MANON002":["start"]}""", Contact(Known)["folders"]!.ToJsonString());
        await SendAsync("removeOffer", FileOffer);
        await SendAsync("removeApplication", Keys(Known, "MANON002"));
        Assert.Equal("[]", Folder("MANON001")["offers"]!.ToJsonString());
        Assert.Equal("""{"MANON001":[],"MANON002":[]}""", Contact(Known)["folders"]!.ToJsonString());
        await SendAsync("updateClient", $$"""{"email":"{{Known}}","codeDossier":"MANON001","social":false,"actif":false,"nom":""}""");
        var fields = Contact(Known)["fields"]!.AsObject().Select(field => $"{field.Key} {field.Value}").Order(StringComparer.Ordinal);
        string[] expected = ["actif false", "defaultIssuer false", "nom ", "prenom Hélène", "profile 2.0", "social false",
            "telephone 0102030405"];
        Assert.Equal(expected, fields);

        // Without an offer, an uninvited contact can be changed.
        Assert.Equal(200, (await SendAsync("updateClient", $$"""{"email":"{{Uninvited}}","codeDossier":"MANON001","nom":"A"}""")).Status);
        string?[] operations = ["AddOffer", "AddOffer", "AddOfferToContact", "RemoveOffer", "RemoveApplication", "UpdateClient",
            "UpdateClient"];
        Assert.Equal(operations, _sandbox.LoopTable("changes").Select(change => (string?)change["operation"]));
    }

    private static string Example(string name) => Encoding.UTF8.GetString(Data.Read($"cegid-loop.{name}.json"));

    /// <summary>Replaces the generated IDs and revisions.</summary>
    private static string WithoutIds(string json)
    {
        var text = Regex.Replace(JsonNode.Parse(json)!.ToJsonString(), "\"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"", "\"id\"");
        return Regex.Replace(text, "\"0x[0-9A-F]{13,16}\"", "\"revision\"");
    }

    private static string Form(Reply reply) => reply.Body switch
    {
        "" => "nothing",
        ['"', ..] => "JSON text",
        ['{', ..] when reply.Json["interloc"] is not null => reply.Json["user"] is null ? "interloc" : "interloc+user",
        ['{', ..] => "message",
        _ => reply.Headers["Content-Type"].StartsWith("text/plain") ? "text" : "text as JSON",
    };

    private void SelectShape(string kind, string shape) =>
        Settings.Shapes = new Dictionary<string, LoopShape> { [kind] = Enum.Parse<LoopShape>(shape) };

    private Task<Reply> SendAsync(string operation, string body) => _sandbox.LoopAsync(Good(operation).Path, body);

    private JsonObject Folder(string code) => _sandbox.LoopTable("folders").Find("TESTRDDCABINET/" + code)!;

    private JsonObject Contact(string email) => _sandbox.LoopTable("contacts").Find("TESTRDDCABINET/" + email)!;
}
