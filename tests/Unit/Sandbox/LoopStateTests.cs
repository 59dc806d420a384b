using System.Text.Json;
using TrainingApis.Sandbox.Loop;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>What changes leave behind, each of them countable.</summary>
public sealed class LoopStateTests : IDisposable
{
    private const string Known = "helene.lefevre@example.com";
    private readonly LoopCaller _loop = new();

    public void Dispose() => _loop.Dispose();

    [Fact]
    public async Task A_client_is_kept_as_it_was_given()
    {
        await _loop.AddClientAsync();
        var client = Contact("contact@example.com");
        Assert.Equal(
            """{"actif":true,"defaultIssuer":false,"nom":"API","prenom":"COLLAB","profile":"2.0","social":true,"telephone":"0705060302"}""",
            client.GetProperty("fields").GetRawText());
        Assert.Equal("""{"CEGID003":["consultation"]}""", client.GetProperty("folders").GetRawText());
        var change = Assert.Single(Changes());
        Assert.Equal(("addClient", "TESTRDDCABINET"), (change.GetProperty("operation").GetString(), change.GetProperty("domain").GetString()));
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(LoopCaller.Client).RootElement, change.GetProperty("fields")));
    }

    [Fact]
    public async Task An_update_changes_what_it_names_and_nothing_else()
    {
        var before = Contact(Known).GetProperty("fields");
        await _loop.UpdateClientAsync(Known, "MANON001", ",\"social\":false,\"actif\":false,\"defaultIssuer\":true,\"nom\":\"\"");
        var after = Contact(Known).GetProperty("fields");
        Assert.Equal((false, false, true), (Flag("social"), Flag("actif"), Flag("defaultIssuer")));
        Assert.Equal(string.Empty, after.GetProperty("nom").GetString());
        foreach (var untouched in new[] { "prenom", "telephone", "profile" })
            Assert.Equal(before.GetProperty(untouched).GetString(), after.GetProperty(untouched).GetString());
        Assert.Equal("""{"email":"helene.lefevre@example.com","codeDossier":"MANON001","social":false,"actif":false,"defaultIssuer":true,"nom":""}""", Changes()[0].GetProperty("fields").GetRawText());

        bool Flag(string name) => after.GetProperty(name).GetBoolean();
    }

    [Fact]
    public async Task The_other_fields_change_although_the_offer_was_assigned_already()
    {
        await _loop.UpdateClientAsync(Known, "MANON001", ",\"offre\":\"consultation\",\"telephone\":\"0405060302\"");
        Assert.Equal("0405060302", Contact(Known).GetProperty("fields").GetProperty("telephone").GetString());
        Assert.Single(Changes());
    }

    [Fact]
    public async Task Offers_come_and_go_for_the_file_and_for_its_contacts()
    {
        await _loop.AddOfferAsync("MANON001");
        await _loop.AddOfferAsync("MANON001", "start");
        await _loop.AddOfferToContactAsync(Known, "MANON002", "consultation");
        Assert.Equal("""["consultation","start"]""", Folder("MANON001").GetProperty("offers").GetRawText());
        Assert.Equal("""{"MANON001":["consultation"],"MANON002":["consultation"]}""", Contact(Known).GetProperty("folders").GetRawText());

        var version = Contact(Known).GetProperty("revisionId").GetString();
        await _loop.RemoveOfferAsync("MANON001");
        Assert.Equal("""["start"]""", Folder("MANON001").GetProperty("offers").GetRawText());
        Assert.Equal("""{"MANON001":[],"MANON002":["consultation"]}""", Contact(Known).GetProperty("folders").GetRawText());
        Assert.NotEqual(version, Contact(Known).GetProperty("revisionId").GetString());

        await _loop.RemoveApplicationAsync(Known, "MANON002", "consultation");
        Assert.Equal("""{"MANON001":[],"MANON002":[]}""", Contact(Known).GetProperty("folders").GetRawText());
        Assert.Equal(
            ["addOffer", "addOffer", "addCollaborativeOffer", "removeOffer", "removeApplication"],
            Changes().Select(change => change.GetProperty("operation").GetString()));
    }

    [Fact]
    public async Task A_file_becomes_operational()
    {
        Assert.Equal("A préparer", Folder("MANON004").GetProperty("status").GetString());
        await _loop.ProvisionAsync("MANON004");
        Assert.Equal("Opérationnel", Folder("MANON004").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Duplicates_can_be_counted_and_refusals_are_no_changes()
    {
        await _loop.AddOfferAsync("MANON002");
        await _loop.AddOfferAsync("MANON002");
        await _loop.AddOfferAsync("MANON999");
        await _loop.ProvisionAsync("MANON001");
        Assert.Equal(2, Changes().Count);
    }

    [Fact]
    public async Task Many_callers_at_once_leave_one_change_each()
    {
        var adds = Enumerable.Range(0, 200).Select(number => _loop.AddClientAsync($"client{number % 100}@example.com"));
        var offers = Enumerable.Range(0, 200).Select(_ => _loop.AddOfferAsync("MANON001"));
        await Task.WhenAll(adds.Concat(offers));
        Assert.Equal(300, Changes().Count);
        Assert.Equal(102, _loop.State.GetProperty("contacts").GetArrayLength());
        var versions = _loop.State.GetProperty("contacts").EnumerateArray().Select(contact => Convert.ToInt64(contact.GetProperty("revisionId").GetString(), 16));
        Assert.Equal(102, versions.Distinct().Count());
    }

    [Fact]
    public async Task Reset_forgets_everything()
    {
        var before = _loop.State.GetRawText();
        var control = _loop.Control;
        await _loop.AddClientAsync();
        await _loop.ProvisionAsync("MANON004");
        control.Uninvite("contact@example.com");
        control.SetRoute("AddOffer", "PUT elsewhere");
        control.SetShape(LoopReply.AddOffer, LoopShape.Nothing);
        control.Throttle(5, 1);
        (control.RefusalStatus, control.Apostrophe, control.FolderCount, control.QuotaLeft) = (500, LoopApostrophe.Typographic, 3, 0);
        control.RevokeKeys();

        _loop.Sandbox.Reset();
        Assert.Equal((null, LoopApostrophe.Varied, 600, null), (control.RefusalStatus, control.Apostrophe, control.FolderCount, control.QuotaLeft));
        Assert.Equal(before, _loop.State.GetRawText());
        Assert.StartsWith("{", (await _loop.AddOfferAsync("MANON001")).Body);
        Assert.Equal(200, (await _loop.AddClientAsync()).Status);
    }

    [Fact]
    public async Task The_routes_that_are_not_certain_can_be_moved()
    {
        _loop.Control.SetRoute("AddOffer", "PUT v2/offer query");
        _loop.Control.SetRoute("AddOfferToContact", "POST v2/offer");
        Assert.Equal(200, (await _loop.AskAsync("PUT", "v2/offer?codeDossier=MANON001&offre=start", null)).Status);
        Assert.Equal(200, (await _loop.PostAsync("v2/offer", """{"email":"helene.lefevre@example.com","codeDossier":"MANON001","offre":"start"}""")).Status);
        Assert.Equal(404, (await _loop.AddOfferAsync("MANON001")).Status);
        Assert.Equal(["addOffer", "addCollaborativeOffer"], Changes().Select(change => change.GetProperty("operation").GetString()));
        Assert.Equal(400, (await _loop.AskAsync("PUT", "v2/offer?codeDossier=MANON001&offre=Start", null)).Status);
    }

    private List<JsonElement> Changes() => _loop.State.GetProperty("changes").EnumerateArray().ToList();

    private JsonElement Folder(string code) =>
        _loop.State.GetProperty("folders").EnumerateArray().Single(folder => folder.GetProperty("codeDossier").GetString() == code);

    private JsonElement Contact(string email) =>
        _loop.State.GetProperty("contacts").EnumerateArray().Single(contact => contact.GetProperty("email").GetString() == email);
}
