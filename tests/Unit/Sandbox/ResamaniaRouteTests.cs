using TrainingApis.Sandbox.Resamania;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

public sealed class ResamaniaRouteTests
{
    [Theory]
    [InlineData("GET", "demoapi/nowhere", 404, "No route found for \"GET /demoapi/nowhere\"")]
    [InlineData("GET", "demoapi/Contacts", 404, "No route found for \"GET /demoapi/Contacts\"")]
    [InlineData("GET", "demoapi/sale/33", 404, "No route found for \"GET /demoapi/sale/33\"")]
    [InlineData("GET", "someone/contacts", 404, "Item not found")]
    [InlineData("GET", "contacts", 403, "api.error.scope.unauthorized-endpoint")]
    [InlineData("GET", "demoapi/contacts/%2Fdemoapi%2Fcontacts%2F2", 404, "Item not found")]
    [InlineData("GET", "demoapi/contacts/7", 404, "Item not found")]
    public async Task Paths_that_lead_nowhere_say_why(string method, string path, int status, string description)
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var answer = await caller.SendAsync(method, path);
        Assert.Equal((status, description), (answer.Status, answer.Description));
        Assert.Equal("hydra:Error", answer["@type"]);
    }

    [Theory]
    [InlineData("DELETE", "demoapi/contacts/2", "GET, PUT")]
    [InlineData("PATCH", "demoapi/contacts", "GET, POST")]
    [InlineData("POST", "demoapi/sales/33/update_contact", "PUT")]
    [InlineData("POST", "demoapi/contacts/2/migrate", "PUT")]
    [InlineData("GET", "demoapi/oauth/v2/token", "POST")]
    public async Task A_wrong_verb_is_told_the_right_ones(string method, string path, string allowed)
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var answer = await caller.SendAsync(method, path);
        Assert.Equal((405, allowed), (answer.Status, answer.Headers["Allow"]));
    }

    [Theory]
    [InlineData(null, "access_denied", "OAuth2 authentication required")]
    [InlineData("Basic c2FuZGJveA==", "access_denied", "OAuth2 authentication required")]
    [InlineData("Bearer nonsense", "invalid_grant", "The access token provided is invalid.")]
    public async Task Without_a_good_token_there_is_401(string? authorization, string error, string description)
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        caller.Authorization = authorization;
        var answer = await caller.GetAsync("demoapi/contacts");
        Assert.Equal((401, error, description), (answer.Status, answer["error"], answer["error_description"]));
        Assert.StartsWith("Bearer realm=", answer.Headers["WWW-Authenticate"]);
    }

    [Theory]
    [InlineData("application/xml", 406)]
    [InlineData("text/plain", 406)]
    [InlineData("application/ld+json", 200)]
    [InlineData("application/json, text/plain, */*", 200)]
    [InlineData(null, 200)]
    public async Task Whatever_is_accepted_the_answer_is_JSON_LD(string? accept, int status)
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        caller.Accept = accept;
        var answer = await caller.GetAsync("demoapi/contacts");
        Assert.Equal((status, "application/ld+json"), (answer.Status, answer.MediaType));
    }

    [Theory]
    [InlineData("demoapi/contacts", null, ResamaniaAccess.NetworkNodeId)]
    [InlineData("demoapi/contacts", ResamaniaAccess.ClubId, null)]
    [InlineData("demoapi/contacts", "1", ResamaniaAccess.NetworkNodeId)]
    [InlineData("demoapi/contacts", "/demoapi/clubs/99", ResamaniaAccess.NetworkNodeId)]
    [InlineData("demoapi/contacts", "/monoclub/clubs/1", ResamaniaAccess.NetworkNodeId)]
    [InlineData("demoapi/network/contact_search?email=x", ResamaniaAccess.ClubId, null)]
    [InlineData("demoapi/countries", ResamaniaAccess.ClubId, "1433")]
    public async Task Context_headers_that_are_missing_or_wrong_find_nothing(string path, string? club, string? node)
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        (caller.Club, caller.Node) = (club, node);
        var answer = await caller.GetAsync(path);
        Assert.Equal((404, "Item not found"), (answer.Status, answer.Description));
    }

    [Fact]
    public async Task Reference_data_needs_no_context()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        (caller.Club, caller.Node) = (null, string.Empty);
        foreach (var path in new[] { "clubs", "network_nodes", "countries", "referentials/sources" })
            Assert.Equal(200, (await caller.GetAsync("demoapi/" + path)).Status);
    }

    [Fact]
    public async Task A_knob_lets_a_chain_do_without_a_node()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        caller.Node = null;
        caller.Control.NodeHeaderRequired = false;
        Assert.Equal(200, (await caller.GetAsync("demoapi/contacts")).Status);
        Assert.Equal(404, (await caller.GetAsync("demoapi/network/contact_search?email=x")).Status);
    }

    [Fact]
    public async Task A_token_of_one_brand_finds_nothing_in_the_other()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var answer = await caller.GetAsync("monoclub/countries");
        Assert.Equal((404, "Item not found"), (answer.Status, answer.Description));
    }

    [Fact]
    public async Task Routes_that_the_documents_leave_open_can_be_moved()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        caller.Control.SetRoute("UpdateSale", "PUT {clientToken}/sale/{id}/update_contact");
        caller.Control.SetRoute("sources", "GET {clientToken}/sources");
        caller.Control.SetRoute("Token", "POST oauth/v2/token");

        Assert.Equal(204, (await caller.SendAsync("PUT", "demoapi/sale/33/update_contact")).Status);
        Assert.Equal(404, (await caller.SendAsync("PUT", "demoapi/sales/33/update_contact")).Status);
        Assert.Equal(200, (await caller.GetAsync("demoapi/sources/1")).Status);
        Assert.Equal(404, (await caller.GetAsync("demoapi/referentials/sources")).Status);
        Assert.Equal(404, (await caller.SendAsync("POST", "demoapi/oauth/v2/token")).Status);
        Assert.Equal(400, (await caller.SendAsync("POST", "oauth/v2/token")).Status);
        Assert.Throws<ArgumentException>(() => caller.Control.SetRoute("Contacts", "GET {clientToken}/people"));
        Assert.Throws<ArgumentException>(() => caller.Control.SetRoute("Sources", "GET sources"));
    }
}
