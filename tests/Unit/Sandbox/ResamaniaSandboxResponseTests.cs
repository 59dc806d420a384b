using System.Text.Json.Nodes;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Tests that Resamania in the sandbox changes and returns data as documented.</summary>
public sealed class ResamaniaSandboxResponseTests : IDisposable
{
    private const string MinimalContact = """{"familyName":"Le Goff","givenName":"Loïc","birthDate":"1999-12-31","email":"loic@example.com"}""";

    private readonly ResamaniaRequests _api = new();

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData("POST", "contacts", "contact-create.request", 201, "contact-create.response")]
    [InlineData("POST", "referentials/sources", "source-create.request", 201, null)]
    [InlineData("POST", "contact_migration_requests", "contact-migration-request.request", 201, "contact-migration-request.response")]
    [InlineData("GET", "contacts?email=john%2Btest%40email.tld", null, 200, "contacts-by-email.response")]
    [InlineData("GET", "network/contact_search?email=justine%2Bold%40email.tld", null, 200, "network-contact-search.response")]
    [InlineData("GET", "contacts", null, 200, "collection-page.shape")]
    [InlineData("GET", "network_nodes", null, 200, "network-nodes.response.flat")]
    public async Task Accepts_and_returns_the_documented_examples(string method, string path, string? request, int status, string? response)
    {
        var body = request is null ? null : ResamaniaRequests.Example(request).Replace("john+test@", "new+1@");
        var reply = await _api.SendAsync(method, "demoapi/" + path, body);
        Assert.Equal(status, reply.Status);
        Assert.Equal("application/ld+json; charset=utf-8", reply.Headers["Content-Type"]);
        ResamaniaRequests.AssertShows(response is null ? null : JsonNode.Parse(ResamaniaRequests.Example(response)), reply.Json);
    }

    [Fact]
    public async Task The_network_search_returns_fewer_members_of_a_contact()
    {
        Assert.Empty(await _api.ListAsync("demoapi/contacts?email=anne%2Btwice%40email.tld"));
        var found = await _api.ListAsync("demoapi/network/contact_search?email=anne%2Btwice%40email.tld");
        Assert.Equal(["/demoapi/clubs/2 prospect", "/demoapi/clubs/4 old_client"], found.Select(one => $"{one!["clubId"]} {one["state"]}"));
        Assert.Equal("******7788", (string?)found[0]!["partialPhoneNumber"]);
        Assert.All(found, one => Assert.False(one!.AsObject().ContainsKey("email") || one.AsObject().ContainsKey("mobile")));
        Assert.Empty(await _api.ListAsync("demoapi/network/contact_search?email=anne+twice%40email.tld"));
    }

    [Fact]
    public async Task Changes_only_the_members_of_the_body()
    {
        var before = (await _api.SendAsync("GET", "demoapi/contacts/12345")).Json;
        var body = """{"givenName":"Zoé","mobile":null,"landline":"0494000000","address":{"supplement":"Bât. C"}}""";
        var after = (await _api.SendAsync("PUT", "demoapi/contacts/12345", body)).Json;
        (before["givenName"], before["mobile"], before["landline"]) = ("Zoé", null, "0494000000");
        (before["address"]!["supplement"], before["updatedAt"]) = ("Bât. C", (string?)after["updatedAt"]);
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
        Assert.Equal(["UpdateContact /demoapi/contacts/12345"], _api.Changes);
    }

    [Fact]
    public async Task Completes_an_online_registration_from_search_to_sale()
    {
        // Not a contact of this club, but a prospect of another club.
        Assert.Empty(await _api.ListAsync("demoapi/contacts?email=ines%2Bnice%40email.tld"));
        var source = (string)Assert.Single(await _api.ListAsync("demoapi/network/contact_search?email=ines%2Bnice%40email.tld"))!["@id"]!;

        // Sale 33 waits for a temporary contact of this club.
        const string target = "/demoapi/contacts/2";
        var sale = _api.Vendor.Database["sales"].Find("/demoapi/sales/33")!;
        Assert.Equal((target, "C2"), ((string?)sale["contactId"], (string?)sale["contactNumber"]));

        await _api.ActAsContactAsync("ines+nice@email.tld");
        var body = $$"""{"targetContactId":"{{target}}","targetClubId":"/demoapi/clubs/1"}""";
        Assert.Equal(204, (await _api.SendAsync("PUT", source[1..] + "/migrate", body)).Status);
        _api.ActAsServer();
        Assert.Equal(204, (await _api.SendAsync("PUT", "demoapi/sales/33/update_contact")).Status);

        var moved = Assert.Single(await _api.ListAsync("demoapi/contacts?email=ines%2Bnice%40email.tld"))!;
        Assert.Equal((target, "prospect", "C12345"), ((string?)moved["@id"], (string?)moved["state"], (string?)moved["number"]));
        Assert.Equal("C12345", (string?)sale["contactNumber"]);
        Assert.Equal(404, (await _api.SendAsync("GET", source[1..])).Status);
    }

    [Fact]
    public async Task Requires_an_address_before_a_sale()
    {
        var contact = (string)(await _api.SendAsync("POST", "demoapi/contacts", MinimalContact)).Json["@id"]!;
        var sale = $$"""{"contactId":"{{contact}}","clubId":"/demoapi/clubs/1"}""";
        await _api.AssertRefusedAsync(422, "address: required", "POST", "demoapi/sales", sale);
        var example = ResamaniaRequests.Example("sale-create.request").Replace("/demoapi/contacts/2974340", contact);
        var made = await _api.SendAsync("POST", "demoapi/sales", example);
        Assert.Equal((201, "/demoapi/sales/45", "DEV"),
            (made.Status, (string?)made.Json["@id"], (string?)made.Json["contactFamilyName"]));
        Assert.Equal("Toulon", (string?)made.Json["address"]!["addressLocality"]);
        Assert.Equal("/demoapi/sales/46", (string?)(await _api.SendAsync("POST", "demoapi/sales", example)).Json["@id"]);
    }

    [Fact]
    public async Task A_code_confirms_a_transfer_once()
    {
        const string transitions = "demoapi/signature_requests/455434/transitions";
        var request = ResamaniaRequests.Example("contact-migration-request.request");
        var decision = ResamaniaRequests.Example("signature-request-transition.request");
        Assert.Equal(201, (await _api.SendAsync("POST", "demoapi/contact_migration_requests", request)).Status);
        var wrong = decision.Replace("1234", "9999");
        await _api.AssertRefusedAsync(400, "api.error.signature-request.invalid-code", "POST", transitions, wrong);
        await _api.AssertRefusedAsync(422, "code: required", "POST", transitions, """{"transition":"validate"}""");
        var type = "The type of the \"code\" attribute must be \"string\", \"integer\" given.";
        await _api.AssertRefusedAsync(400, type, "POST", transitions, """{"transition":"cancel","code":1234}""");
        _api.Club = "/demoapi/clubs/2";
        await _api.AssertRefusedAsync(404, "Item not found", "POST", transitions, decision);
        _api.Club = "/demoapi/clubs/1";
        var confirmed = await _api.SendAsync("POST", transitions, decision);
        var target = (await _api.SendAsync("GET", ((string)confirmed.Json["resultTargetId"]!)[1..])).Json;
        Assert.Equal(("ines+nice@email.tld", "/demoapi/clubs/1"), ((string?)target["email"], (string?)target["clubId"]));
        await _api.AssertRefusedAsync(400, "api.error.signature-request.transition-not-allowed", "POST", transitions, decision);
    }

    [Fact]
    public async Task A_cancelled_transfer_moves_no_contact()
    {
        await _api.SendAsync("POST", "demoapi/contact_migration_requests", ResamaniaRequests.Example("contact-migration-request.request"));
        var cancelled = await _api.SendAsync("POST", "demoapi/signature_requests/455434/transitions", """{"transition":"cancel"}""");
        Assert.Equal((201, null), (cancelled.Status, (string?)cancelled.Json["resultTargetId"]));
        Assert.Equal(200, (await _api.SendAsync("GET", "demoapi/contacts/12345")).Status);
    }

    [Fact]
    public async Task Sends_no_code_to_a_contact_without_a_mobile_number()
    {
        await _api.SendAsync("PUT", "demoapi/contacts/12345", """{"mobile":null}""");
        var request = ResamaniaRequests.Example("contact-migration-request.request");
        await _api.AssertRefusedAsync(422, "mobile: required", "POST", "demoapi/contact_migration_requests", request);
    }

    [Fact]
    public async Task Both_documented_paths_refresh_the_sale()
    {
        Assert.Equal(204, (await _api.SendAsync("PUT", "demoapi/sales/33/update_contact")).Status);
        Assert.Equal(204, (await _api.SendAsync("PUT", "demoapi/sale/33/update_contact")).Status);
        Assert.Equal(["UpdateSale /demoapi/sales/33", "UpdateSale /demoapi/sales/33"], _api.Changes);
    }

    [Fact]
    public async Task Creates_one_contact_for_concurrent_requests()
    {
        await _api.SendAsync("GET", "demoapi/clubs");
        var replies = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => _api.SendAsync("POST", "demoapi/contacts", MinimalContact)));
        Assert.Single(replies, reply => reply.Status == 201);
        Assert.Equal(15, replies.Count(reply => reply.Status == 400));
    }
}
