using System.Text.Json;
using System.Text.RegularExpressions;
using TrainingApis.Sandbox.Loop;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>The forms of answers to what was done.</summary>
public sealed class LoopAnswerTests : IDisposable
{
    private const string Known = "helene.lefevre@example.com";
    private readonly LoopCaller _loop = new();

    public void Dispose() => _loop.Dispose();

    [Theory]
    [InlineData("MANON001", "consultation")]
    [InlineData("044212", "co-production")]
    [InlineData("CEGID003", "start")]
    public async Task Offers_of_files_answer_with_a_message(string code, string offer)
    {
        // Twice: neither is refused for having happened before.
        foreach (var _ in new[] { 1, 2 })
        {
            var added = await _loop.AddOfferAsync(code, offer);
            Assert.Equal((200, "application/json"), (added.Status, added.MediaType));
            Assert.Equal($$"""{"message":"L'offre {{offer}} a été ajoutée au dossier client {{code}}"}""", added.Body);
        }

        foreach (var _ in new[] { 1, 2 })
            Assert.Equal($$"""{"message":"L'offre {{offer}} a été retirée du dossier client {{code}}"}""", (await _loop.RemoveOfferAsync(code, offer)).Body);
    }

    [Theory]
    [InlineData(LoopShape.Contact)]
    [InlineData(LoopShape.ContactAndUser)]
    public async Task A_new_client_answers_with_its_contact(LoopShape shape)
    {
        _loop.Control.SetShape(LoopReply.AddClient, shape);
        var answer = await _loop.AddClientAsync();
        Assert.Equal((200, "application/json"), (answer.Status, answer.MediaType));
        IsEntity(answer.Json.GetProperty("interloc"), "interlocuteur");
        Assert.Equal(shape == LoopShape.ContactAndUser, answer.Json.TryGetProperty("user", out var user));
        if (shape == LoopShape.ContactAndUser)
            IsEntity(user, "utilisateurClient");
    }

    [Fact]
    public async Task A_taken_application_answers_with_contact_and_user()
    {
        foreach (var _ in new[] { 1, 2 })
        {
            var answer = await _loop.RemoveApplicationAsync(Known, "MANON001", "consultation");
            Assert.Equal(200, answer.Status);
            Assert.Equal(["interloc", "user"], answer.Json.EnumerateObject().Select(member => member.Name));
            IsEntity(answer.Json.GetProperty("interloc"), "interlocuteur");
            IsEntity(answer.Json.GetProperty("user"), "utilisateurClient");
        }
    }

    [Theory]
    [InlineData(LoopShape.JsonText, "\"L'application est déjà affectée à l'interlocuteur.\"")]
    [InlineData(LoopShape.PlainText, "L'application est déjà affectée à l'interlocuteur.")]
    [InlineData(LoopShape.Message, "{\"message\":\"L'application est déjà affectée à l'interlocuteur.\"}")]
    public async Task An_offer_that_is_assigned_already_is_a_success_in_a_sentence(LoopShape shape, string body)
    {
        _loop.Control.RefusalStatus = 409;
        _loop.Control.Apostrophe = LoopApostrophe.Straight;
        _loop.Control.SetShape(LoopReply.AlreadyAssigned, shape);
        var updated = await _loop.UpdateClientAsync(Known, "MANON001", ",\"offre\":\"consultation\",\"telephone\":\"0405060302\"");
        Assert.Equal((200, body), (updated.Status, updated.Body));
        var added = await _loop.AddOfferToContactAsync(Known, "MANON001", "consultation");
        Assert.Equal((200, body), (added.Status, added.Body));
        _loop.Control.Apostrophe = LoopApostrophe.Typographic;
        Assert.Equal(body.Replace('\'', '’'), (await _loop.AddOfferToContactAsync(Known, "MANON001", "consultation")).Body);
    }

    [Fact]
    public async Task A_provisioned_file_answers_with_anything_or_nothing()
    {
        var forms = new Dictionary<string, string>();
        foreach (var code in await WaitingAsync())
        {
            var answer = await _loop.ProvisionAsync(code);
            Assert.Equal(200, answer.Status);
            forms[Form(answer)] = answer.Body.Length == 0 ? answer.MediaType ?? "no type" : answer.Sentence.Replace(code, "*");
        }

        Assert.Equal(["JSON object", "JSON text", "nothing", "text", "text as JSON"], forms.Keys.Order());
        Assert.Equal(["Le dossier client * est opérationnel", "no type"], forms.Values.Distinct().Order());
    }

    [Fact]
    public async Task Clients_answer_in_every_form_and_always_alike_for_one()
    {
        var forms = new Dictionary<string, HashSet<string>>();
        for (var number = 0; number < 60; number++)
        {
            var email = $"client{number}@example.com";
            Note("add", await _loop.AddClientAsync(email));
            var updated = await _loop.UpdateClientAsync(email, "CEGID003", ",\"social\":false");
            Note("update", updated);
            Assert.Equal(Form(updated), Form(await _loop.UpdateClientAsync(email, "CEGID003", ",\"actif\":false")));
            Note("assigned", await _loop.UpdateClientAsync(email, "CEGID003", ",\"offre\":\"consultation\""));
            Note("attach", await _loop.AddOfferToContactAsync(email, "MANON001", "start"));
        }

        Assert.Equal(["interloc", "interloc+user"], forms["add"].Order());
        Assert.Equal(["JSON text", "interloc", "interloc+user", "text", "text as JSON"], forms["update"].Order(StringComparer.Ordinal));
        Assert.Equal(["JSON object", "JSON text", "text", "text as JSON"], forms["assigned"].Order(StringComparer.Ordinal));
        Assert.Equal(["JSON object", "JSON text", "interloc+user", "nothing"], forms["attach"].Order(StringComparer.Ordinal));

        void Note(string what, LoopExchange answer)
        {
            Assert.Equal(200, answer.Status);
            forms.TryAdd(what, []);
            forms[what].Add(Form(answer));
        }
    }

    [Fact]
    public async Task Versions_are_hexadecimal_rise_and_differ_in_length()
    {
        var lengths = new HashSet<int>();
        _loop.Control.SetShape(LoopReply.AddClient, LoopShape.ContactAndUser);
        _loop.Control.SetShape(LoopReply.UpdateClient, LoopShape.ContactAndUser);
        for (var number = 0; number < 30; number++)
        {
            var first = (await _loop.AddClientAsync($"client{number}@example.com")).Json;
            var second = (await _loop.UpdateClientAsync($"client{number}@example.com", "CEGID003", ",\"nom\":\"Noël\"")).Json;
            Assert.Equal(Id(first), Id(second));
            Assert.True(string.CompareOrdinal(Version(first), Version(second)) < 0);
            lengths.Add(Version(first).Length - 2);
        }

        Assert.Equal([13, 14, 15, 16], lengths.Order());

        static string Id(JsonElement answer) => answer.GetProperty("interloc").GetProperty("data").GetProperty("objectId").GetString()!;
        static string Version(JsonElement answer) => answer.GetProperty("interloc").GetProperty("data").GetProperty("revisionId").GetString()!;
    }

    [Theory]
    [InlineData(LoopReply.Refusal, LoopShape.Nothing)]
    [InlineData(LoopReply.Refusal, LoopShape.Contact)]
    [InlineData(LoopReply.AddOffer, LoopShape.ContactAndUser)]
    [InlineData(LoopReply.ProvisionCompany, LoopShape.Contact)]
    [InlineData(LoopReply.AlreadyAssigned, LoopShape.Contact)]
    public void A_form_that_an_answer_cannot_have_is_refused(LoopReply reply, LoopShape shape) =>
        Assert.Throws<ArgumentException>(() => _loop.Control.SetShape(reply, shape));

    [Fact]
    public async Task A_form_can_be_chosen_and_left_to_chance_again()
    {
        _loop.Control.SetShape(LoopReply.AddOffer, LoopShape.PlainText);
        Assert.Equal("L'offre start a été ajoutée au dossier client MANON001", (await _loop.AddOfferAsync("MANON001", "start")).Body);
        _loop.Control.SetShape(LoopReply.AddOffer, LoopShape.Nothing);
        Assert.Equal("nothing", Form(await _loop.AddOfferAsync("MANON001", "start")));
        _loop.Control.SetShape(LoopReply.AddOffer, null);
        Assert.Equal("JSON object", Form(await _loop.AddOfferAsync("MANON001", "start")));
    }

    private static void IsEntity(JsonElement entity, string className)
    {
        var data = entity.GetProperty("data");
        Assert.Equal(["module", "className", "data"], entity.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("cabinet", className), (entity.GetProperty("module").GetString(), entity.GetProperty("className").GetString()));
        Assert.Equal(["objectId", "$status", "revisionId"], data.EnumerateObject().Select(member => member.Name));
        Assert.True(data.GetProperty("objectId").TryGetGuid(out _));
        Assert.Equal("none", data.GetProperty("$status").GetString());
        Assert.Matches(new Regex("^0x[0-9A-F]{13,16}$"), data.GetProperty("revisionId").GetString()!);
    }

    private static string Form(LoopExchange answer) => answer.Body switch
    {
        "" => "nothing",
        ['"', ..] => "JSON text",
        ['{', ..] when answer.Json.TryGetProperty("interloc", out _) => answer.Json.TryGetProperty("user", out _) ? "interloc+user" : "interloc",
        ['{', ..] => "JSON object",
        _ => answer.MediaType == "application/json" ? "text as JSON" : "text",
    };

    private async Task<List<string>> WaitingAsync()
    {
        await _loop.ListAsync();
        return _loop.State.GetProperty("folders").EnumerateArray().Where(folder => folder.GetProperty("status").GetString() == "A préparer")
            .Select(folder => folder.GetProperty("codeDossier").GetString()!).ToList();
    }
}
