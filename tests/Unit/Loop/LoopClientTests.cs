using TrainingApis.Loop;
using Xunit;
using static TrainingApis.Tests.Unit.Loop.LoopWire;

namespace TrainingApis.Tests.Unit.Loop;

/// <summary>Each method: exactly what goes out, and what comes of the documented example.</summary>
public class LoopClientTests
{
    private const string Contact = "6bd825aa-995e-44a4-a182-f03b5bc6a888";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Folders_are_a_GET_with_a_body_that_holds_the_public_half_only()
    {
        var wire = new LoopWire(Example("loophub.response"));

        var folders = await wire.Client.GetFoldersAsync(null, Cancel);

        Assert.Equal($"GET {Base}LOOPHUB", wire.Call.ToString());
        Assert.Equal($$"""{"apiKey":"{{Key}}","domain":"TESTRDDCABINET"}""", wire.Call.Body);
        Assert.Equal("application/json", wire.Call.Headers["Content-Type"]);
        Assert.Equal(["044212", "MANON001"], folders.Select(folder => folder.CodeDossier));
        Assert.Equal("a05eaac0-7939-497b-81bb-911958caa6ea", folders[0].ObjectId);
        Assert.Equal((string.Empty, string.Empty, "044212", "044212"),
            (folders[0].LastName, folders[0].FirstName, folders[0].UsualName, folders[0].CompanyName));
        Assert.Equal(("master1@example.onmicrosoft.com", "28c12c49-d4a7-4ef6-bb68-c278451c25ae"), (folders[0].Owner, folders[0].OwnerId));
        Assert.Equal(("master1@example.onmicrosoft.com", "28c12c49-d4a7-4ef6-bb68-c278451c25ae"),
            (folders[0].EngagementManager, folders[0].EngagementManagerId));
        Assert.Equal(("master2@example.onmicrosoft.com", null), (folders[1].Owner, folders[1].OwnerId));
        Assert.Empty(folders[0].AdditionalProperties);
    }

    [Fact]
    public async Task Both_headers_travel_raw_on_every_call()
    {
        var wire = new LoopWire(Example("add-offer.response"));

        await wire.AddOfferAsync();

        Assert.Equal(SubscriptionKey, wire.Call.Headers["Ocp-Apim-Subscription-Key"]);
        Assert.Equal($"{Key}:{Secret}", wire.Call.Headers["x-apikey"]);
        Assert.DoesNotContain("Authorization", wire.Call.Headers.Keys);
    }

    [Theory]
    [InlineData("POST LOOPHUB", "POST", "LOOPHUB", true)]
    [InlineData("POST v2/loophub/files", "POST", "v2/loophub/files", true)]
    [InlineData("GET LOOPHUB query", "GET", "LOOPHUB?apiKey=public-key-half&domain=other", false)]
    public async Task Folders_go_as_the_route_says(string route, string method, string path, bool hasBody)
    {
        var wire = new LoopWire(() => Support.ScriptedHandler.Body("[]"), options =>
            options.Routes = new Dictionary<string, string> { ["Folders"] = route });

        Assert.Empty(await wire.Client.GetFoldersAsync("other", Cancel));

        Assert.Equal($"{method} {Base}{path}", wire.Call.ToString());
        Assert.Equal(hasBody ? """{"apiKey":"public-key-half","domain":"other"}""" : null, wire.Call.Body);
    }

    [Fact]
    public async Task Add_an_offer()
    {
        var wire = new LoopWire(Example("add-offer.response"));

        var result = await wire.AddOfferAsync();

        Assert.Equal($"POST {Base}collaborativeOffer/addOffer", wire.Call.ToString());
        Assert.Equal(Compact(Example("add-offer.request")), wire.Call.Body);
        Assert.Equal(("MANON001", Offer.Consultation, "L'offre consultation a été ajoutée au dossier client MANON001", false),
            (result.CodeDossier, result.Offer, result.Message, result.FromJournal));
    }

    [Fact]
    public async Task Add_an_offer_for_one_contact()
    {
        var wire = new LoopWire(string.Empty);

        var result = await wire.Client.AddOfferToContactAsync(
            new ContactOffer { Email = "a@example.com", CodeDossier = "MANON001", Offer = Offer.CoProduction }, Cancel);

        Assert.Equal($"POST {Base}collaborativeOffer/addCollaborativeOffer", wire.Call.ToString());
        Assert.Equal("""{"email":"a@example.com","codeDossier":"MANON001","offre":"co-production"}""", wire.Call.Body);
        Assert.Equal(("MANON001", Offer.CoProduction, null), (result.CodeDossier, result.Offer, result.Message));
    }

    [Fact]
    public async Task Remove_an_offer()
    {
        var wire = new LoopWire(Example("remove-offer.response"));

        var result = await wire.Client.RemoveOfferAsync(
            new FolderOffer { CodeDossier = "MANON001", Offer = Offer.Consultation }, Cancel);

        Assert.Equal($"POST {Base}collaborativeOffer/removeOffer", wire.Call.ToString());
        Assert.Equal(Compact(Example("remove-offer.request")), wire.Call.Body);
        Assert.Equal("L'offre consultation a été retirée du dossier client MANON001", result.Message);
    }

    [Fact]
    public async Task Provision_sends_the_code_only()
    {
        var wire = new LoopWire(string.Empty);

        var result = await wire.Client.ProvisionAsync(new FolderProvisioning { CodeDossier = "MANON004" }, Cancel);

        Assert.Equal($"POST {Base}companyProvisioning/provisionCompany", wire.Call.ToString());
        Assert.Equal(Compact(Example("provision-company.request")), wire.Call.Body);
        Assert.Equal(("MANON004", null), (result.CodeDossier, result.Message));
    }

    [Fact]
    public async Task Add_a_client()
    {
        var wire = new LoopWire(Example("add-client.response"));

        var result = await wire.AddClientAsync();

        Assert.Equal($"POST {Base}provisionningCollab/addClient", wire.Call.ToString());
        Assert.Equal(Compact(Example("add-client.request")), wire.Call.Body);
        Assert.Equal(("contact@example.com", "CEGID003", Contact, null, "0x000000006B3B7", null),
            (result.Email, result.CodeDossier, result.ContactObjectId, result.UserObjectId, result.RevisionId, result.Message));
    }

    [Fact]
    public async Task Update_a_client_with_everything()
    {
        var wire = new LoopWire(Example("update-client.response"));
        var change = new ClientChange
        {
            Email = "contact@example.com",
            CodeDossier = "CEGID003",
            Offer = Offer.Consultation,
            LastName = "API",
            FirstName = "COLLAB",
            Phone = "0405060302",
            Profile = "2.0",
            Social = true,
        };

        var result = await wire.Client.UpdateClientAsync(change, Cancel);

        Assert.Equal($"POST {Base}provisionningCollab/updateClient", wire.Call.ToString());
        Assert.Equal(Compact(Example("update-client.request")), wire.Call.Body);
        Assert.Equal(("L'application est déjà affectée à l'interlocuteur.", null), (result.Message, result.ContactObjectId));
    }

    [Fact]
    public async Task Update_a_client_sends_what_is_given_and_a_false_is_given()
    {
        var wire = new LoopWire(Example("update-client.response"));

        await wire.Client.UpdateClientAsync(new ClientChange
        {
            Email = "a@example.com",
            CodeDossier = "C",
            Social = false,
            Active = false,
            DefaultIssuer = true
        }, Cancel);

        Assert.Equal("""{"email":"a@example.com","codeDossier":"C","social":false,"actif":false,"defaultIssuer":true}""", wire.Call.Body);
    }

    [Fact]
    public async Task Remove_an_application()
    {
        var wire = new LoopWire(Example("remove-application.response"));

        var result = await wire.Client.RemoveApplicationAsync(
            new ContactOffer { Email = "contact@example.com", CodeDossier = "CEGID003", Offer = Offer.Consultation }, Cancel);

        Assert.Equal($"POST {Base}provisionningCollab/removeApplication", wire.Call.ToString());
        Assert.Equal(Compact(Example("remove-application.request")), wire.Call.Body);
        Assert.Equal((Contact, "cc9bcf7d-f1dd-4100-ad5d-ac08d69d598a", "0x000000000006B3DC"),
            (result.ContactObjectId, result.UserObjectId, result.RevisionId));
    }
}
