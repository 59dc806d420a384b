using TrainingApis.Loop;
using Xunit;
using static TrainingApis.Tests.Unit.Loop.FakeLoop;

namespace TrainingApis.Tests.Unit.Loop;

/// <summary>Tests the methods of the Loop client: requests, and documented responses.</summary>
public class LoopClientTests
{
    private const string Contact = "6bd825aa-995e-44a4-a182-f03b5bc6a888";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gets_client_files_with_a_body_that_contains_only_the_public_key()
    {
        var loop = new FakeLoop(Example("loophub.response"));

        var folders = await loop.Client.GetFoldersAsync(null, Cancel);

        Assert.Equal($"GET {Base}LOOPHUB", loop.Call.ToString());
        Assert.Equal($$"""{"apiKey":"{{Key}}","domain":"TESTRDDCABINET"}""", loop.Call.Body);
        Assert.Equal("application/json", loop.Call.Headers["Content-Type"]);
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
    public async Task Sends_both_key_headers_unchanged()
    {
        var loop = new FakeLoop(Example("add-offer.response"));

        await loop.AddOfferAsync();

        Assert.Equal(SubscriptionKey, loop.Call.Headers["Ocp-Apim-Subscription-Key"]);
        Assert.Equal($"{Key}:{Secret}", loop.Call.Headers["x-apikey"]);
        Assert.DoesNotContain("Authorization", loop.Call.Headers.Keys);
    }

    [Theory]
    [InlineData("POST LOOPHUB", "POST", "LOOPHUB", true)]
    [InlineData("POST v2/loophub/files", "POST", "v2/loophub/files", true)]
    [InlineData("GET LOOPHUB query", "GET", "LOOPHUB?apiKey=public-key-half&domain=other", false)]
    public async Task Gets_client_files_at_the_configured_route(string route, string method, string path, bool hasBody)
    {
        var loop = new FakeLoop(() => Support.ScriptedHandler.Body("[]"), options =>
            options.Routes = new Dictionary<string, string> { ["Folders"] = route });

        Assert.Empty(await loop.Client.GetFoldersAsync("other", Cancel));

        Assert.Equal($"{method} {Base}{path}", loop.Call.ToString());
        Assert.Equal(hasBody ? """{"apiKey":"public-key-half","domain":"other"}""" : null, loop.Call.Body);
    }

    [Fact]
    public async Task Adds_an_offer()
    {
        var loop = new FakeLoop(Example("add-offer.response"));

        var result = await loop.AddOfferAsync();

        Assert.Equal($"POST {Base}collaborativeOffer/addOffer", loop.Call.ToString());
        Assert.Equal(Compact(Example("add-offer.request")), loop.Call.Body);
        Assert.Equal(("MANON001", Offer.Consultation, "L'offre consultation a été ajoutée au dossier client MANON001", false),
            (result.CodeDossier, result.Offer, result.Message, result.FromJournal));
    }

    [Fact]
    public async Task Adds_an_offer_for_one_contact()
    {
        var loop = new FakeLoop(string.Empty);

        var result = await loop.Client.AddOfferToContactAsync(
            new ContactOffer { Email = "a@example.com", CodeDossier = "MANON001", Offer = Offer.CoProduction }, Cancel);

        Assert.Equal($"POST {Base}collaborativeOffer/addCollaborativeOffer", loop.Call.ToString());
        Assert.Equal("""{"email":"a@example.com","codeDossier":"MANON001","offre":"co-production"}""", loop.Call.Body);
        Assert.Equal(("MANON001", Offer.CoProduction, null), (result.CodeDossier, result.Offer, result.Message));
    }

    [Fact]
    public async Task Removes_an_offer()
    {
        var loop = new FakeLoop(Example("remove-offer.response"));

        var result = await loop.Client.RemoveOfferAsync(
            new FolderOffer { CodeDossier = "MANON001", Offer = Offer.Consultation }, Cancel);

        Assert.Equal($"POST {Base}collaborativeOffer/removeOffer", loop.Call.ToString());
        Assert.Equal(Compact(Example("remove-offer.request")), loop.Call.Body);
        Assert.Equal("L'offre consultation a été retirée du dossier client MANON001", result.Message);
    }

    [Fact]
    public async Task Provisions_a_client_file_with_its_code_only()
    {
        var loop = new FakeLoop(string.Empty);

        var result = await loop.Client.ProvisionAsync(new FolderProvisioning { CodeDossier = "MANON004" }, Cancel);

        Assert.Equal($"POST {Base}companyProvisioning/provisionCompany", loop.Call.ToString());
        Assert.Equal(Compact(Example("provision-company.request")), loop.Call.Body);
        Assert.Equal(("MANON004", null), (result.CodeDossier, result.Message));
    }

    [Fact]
    public async Task Adds_a_client()
    {
        var loop = new FakeLoop(Example("add-client.response"));

        var result = await loop.AddClientAsync();

        Assert.Equal($"POST {Base}provisionningCollab/addClient", loop.Call.ToString());
        Assert.Equal(Compact(Example("add-client.request")), loop.Call.Body);
        Assert.Equal(("contact@example.com", "CEGID003", Contact, null, "0x000000006B3B7", null),
            (result.Email, result.CodeDossier, result.ContactObjectId, result.UserObjectId, result.RevisionId, result.Message));
    }

    [Fact]
    public async Task Updates_all_members_of_a_client()
    {
        var loop = new FakeLoop(Example("update-client.response"));
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

        var result = await loop.Client.UpdateClientAsync(change, Cancel);

        Assert.Equal($"POST {Base}provisionningCollab/updateClient", loop.Call.ToString());
        Assert.Equal(Compact(Example("update-client.request")), loop.Call.Body);
        Assert.Equal(("L'application est déjà affectée à l'interlocuteur.", null), (result.Message, result.ContactObjectId));
    }

    [Fact]
    public async Task Sends_only_the_given_members_including_false()
    {
        var loop = new FakeLoop(Example("update-client.response"));

        await loop.Client.UpdateClientAsync(new ClientChange
        {
            Email = "a@example.com",
            CodeDossier = "C",
            Social = false,
            Active = false,
            DefaultIssuer = true
        }, Cancel);

        Assert.Equal("""{"email":"a@example.com","codeDossier":"C","social":false,"actif":false,"defaultIssuer":true}""", loop.Call.Body);
    }

    [Fact]
    public async Task Removes_an_application()
    {
        var loop = new FakeLoop(Example("remove-application.response"));

        var result = await loop.Client.RemoveApplicationAsync(
            new ContactOffer { Email = "contact@example.com", CodeDossier = "CEGID003", Offer = Offer.Consultation }, Cancel);

        Assert.Equal($"POST {Base}provisionningCollab/removeApplication", loop.Call.ToString());
        Assert.Equal(Compact(Example("remove-application.request")), loop.Call.Body);
        Assert.Equal((Contact, "cc9bcf7d-f1dd-4100-ad5d-ac08d69d598a", "0x000000000006B3DC"),
            (result.ContactObjectId, result.UserObjectId, result.RevisionId));
    }
}
