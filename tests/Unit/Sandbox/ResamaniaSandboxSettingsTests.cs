using System.Text.Json.Nodes;
using TrainingApis.Sandbox;
using TrainingApis.Sandbox.Resamania;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Tests lists, limits and settings of Resamania in the sandbox.</summary>
public sealed class ResamaniaSandboxSettingsTests : IDisposable
{
    private const string Person = """{"familyName":"Le Goff","givenName":"Loïc","birthDate":"1999-12-31","email":"loic@example.com"}""";

    private readonly ResamaniaRequests _api = new();

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData("demoapi/contacts", 61)]
    [InlineData("demoapi/contacts?state=prospect", 26)]
    [InlineData("demoapi/clubs", 8)]
    [InlineData("demoapi/network/clubs", 8)]
    [InlineData("demoapi/network_nodes", 11)]
    [InlineData("demoapi/referentials/sources", 8)]
    [InlineData("demoapi/referentials/sources?archived=false", 7)]
    public async Task Pages_contain_the_IRI_of_the_next_page(string path, int count)
    {
        _api.Settings.PageSize = 5;
        var ids = new List<string>();
        for (var next = (string?)("/" + path); next is not null;)
        {
            var page = (await _api.SendAsync("GET", next[1..])).Json;
            ids.AddRange(page["hydra:member"]!.AsArray().Select(one => (string)one!["@id"]!));
            Assert.Equal(count, (int)page["hydra:totalItems"]!);
            next = (string?)page["hydra:view"]!["hydra:next"];
        }

        Assert.Equal(count, ids.Count);
        Assert.Equal(count, ids.Distinct().Count());
    }

    [Fact]
    public async Task Limits_the_page_size_and_returns_empty_pages_after_the_last()
    {
        var large = (await _api.SendAsync("GET", "demoapi/contacts?itemsPerPage=5000&state=prospect")).Json;
        Assert.Equal("/demoapi/contacts?state=prospect&itemsPerPage=100&page=1", (string?)large["hydra:view"]!["@id"]);
        Assert.Empty(await _api.ListAsync("demoapi/contacts?page=2147483647"));
    }

    [Fact]
    public async Task Returns_nested_or_flat_nodes()
    {
        var flat = await _api.ListAsync("demoapi/network_nodes");
        Assert.Equal("/demoapi/network_nodes/1434", (string?)flat[0]!["children"]![0]);
        Assert.Equal("/demoapi/network_nodes/1433", (string?)flat[1]!["parent"]);
        _api.Settings.NestedNodes = true;
        var nested = (await _api.SendAsync("GET", "demoapi/network_nodes")).Json;
        ResamaniaRequests.AssertShows(JsonNode.Parse(ResamaniaRequests.Example("network-nodes.response.nested")), nested);
        var root = Assert.Single(nested["hydra:member"]!.AsArray())!;
        Assert.Equal("/demoapi/clubs/1", (string?)root["children"]![0]!["children"]![0]!["clubId"]);
        var club = Assert.Single(await _api.ListAsync("demoapi/network_nodes?clubId=%2Fdemoapi%2Fclubs%2F1"))!;
        Assert.Equal("Forme & Santé Toulon", (string?)(await _api.SendAsync("GET", $"demoapi/network_nodes/{club["id"]}")).Json["name"]);
    }

    [Fact]
    public async Task Returns_the_clubs_below_the_network_node()
    {
        _api.Node = "/demoapi/network_nodes/1435";
        Assert.Equal(["4", "5"], (await _api.ListAsync("demoapi/network/clubs")).Select(club => $"{club!["id"]}"));
        Assert.Equal(200, (await _api.SendAsync("GET", "demoapi/network/clubs/4")).Status);
        Assert.Equal(404, (await _api.SendAsync("GET", "demoapi/network/clubs/1")).Status);
    }

    [Fact]
    public async Task The_network_search_can_be_not_granted()
    {
        _api.Settings.NotGranted = ["SearchNetwork"];
        await _api.AssertRefusedAsync(403, "api.error.scope.unauthorized-endpoint", "GET", "demoapi/network/contact_search?email=x");
        Assert.Equal(200, (await _api.SendAsync("GET", "demoapi/contacts?email=x")).Status);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    [InlineData(403)]
    public async Task A_contact_of_another_club_can_be_unreadable_and_still_be_moved(int status)
    {
        _api.Settings.OtherClubStatus = status;
        Assert.Equal(status, (await _api.SendAsync("GET", "demoapi/contacts/12345")).Status);
        Assert.Equal(200, (await _api.SendAsync("GET", "demoapi/contacts/2")).Status);
        await _api.ActAsContactAsync("ines+nice@email.tld");
        var body = ResamaniaRequests.Example("contact-migrate.request");
        Assert.Equal(204, (await _api.SendAsync("PUT", "demoapi/contacts/12345/migrate", body)).Status);
    }

    [Fact]
    public async Task The_contact_grant_takes_an_email_or_a_contact_ID()
    {
        const string grant =
            "grant_type=http%3A%2F%2Fcontactclientcredentials&client_id=sandbox-contact-client&client_secret=sandbox-contact-secret";
        Assert.Equal(200, (await _api.GetTokenAsync(grant + "&email=ines%2Bnice%40email.tld")).Status);
        Assert.Equal(200, (await _api.GetTokenAsync(grant + "&contactId=%2Fdemoapi%2Fcontacts%2F12345")).Status);
        Assert.Equal(400, (await _api.GetTokenAsync(grant + "&contactId=12345")).Status);
    }

    [Fact]
    public async Task A_brand_can_require_other_fields()
    {
        _api.Settings.RequiredFields = ["email", "landline", "address", "shoeSize"];
        await _api.AssertRefusedAsync(422, "landline: required\naddress: required\nshoeSize: required", "POST", "demoapi/contacts", Person);
        var body = Person.Replace("}", ""","landline":"0494000000","address":{"addressCountry":"France"},"shoeSize":42}""");
        var made = await _api.SendAsync("POST", "demoapi/contacts", body);
        Assert.Equal((201, 42, "France"), (made.Status, (int)made.Json["shoeSize"]!, (string?)made.Json["address"]!["addressCountry"]));
        await _api.AssertRefusedAsync(422, "shoeSize: required", "PUT", ((string)made.Json["@id"]!)[1..], """{"shoeSize":null}""");
        var change = """{"shoeSize":43,"occupationId":"/demoapi/occupations/3"}""";
        Assert.Equal(200, (await _api.SendAsync("PUT", "demoapi/contacts/2974340", change)).Status);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Another_caller_can_register_the_email_after_the_search(int club)
    {
        _api.Settings.RegisteredMeanwhile = new Dictionary<string, int> { ["loic@example.com"] = club };
        Assert.Empty(await _api.ListAsync("demoapi/network/contact_search?email=loic%40example.com"));
        await _api.AssertRefusedAsync(400, "api.error.contact.email-already-used", "POST", "demoapi/contacts", Person);
        var found = Assert.Single(await _api.ListAsync("demoapi/network/contact_search?email=loic%40example.com"))!;
        Assert.Equal($"/demoapi/clubs/{club}", (string?)found["clubId"]);
        await _api.AssertRefusedAsync(400, "api.error.contact.email-already-used", "POST", "demoapi/contacts", Person);
    }

    [Fact]
    public async Task Lists_all_violations()
    {
        var empty = await _api.SendAsync("POST", "demoapi/contacts", "{}");
        ResamaniaRequests.AssertShows(JsonNode.Parse(ResamaniaRequests.Example("error.violations")), empty.Json);
        Assert.Equal((422, 4), (empty.Status, empty.Json["violations"]!.AsArray().Count));
    }

    [Fact]
    public async Task The_gateway_refuses_all_requests_without_its_key()
    {
        _api.Key = "another";
        var token = await _api.GetTokenAsync("grant_type=client_credentials&client_id=sandbox-client&client_secret=sandbox-secret");
        Assert.Equal((401, "Unauthorized"), (token.Status, (string?)token.Json["message"]));
        _api.Key = null;
        Assert.Equal(401, (await _api.SendWithAsync("any", "GET", "demoapi/contacts")).Status);
    }

    [Fact]
    public async Task Responses_contain_three_limits_with_reset_times_in_milliseconds()
    {
        await _api.SendAsync("GET", "demoapi/clubs");
        var headers = (await _api.SendAsync("GET", "demoapi/nowhere")).Headers;
        Assert.Equal(("100000", "99997"), (headers["X-Quota-Limit"], headers["X-Quota-Remaining"]));
        Assert.Equal(("2750", "2747"), (headers["X-Rate-Limit-Limit"], headers["X-Rate-Limit-Remaining"]));
        Assert.Equal(("30", "1000"), (headers["X-Spike-Arrest-Limit"], headers["X-Spike-Arrest-Slice-Period"]));
        Assert.All(new[] { "X-Quota-Reset", "X-Rate-Limit-Reset", "X-Spike-Arrest-Reset" }, name => Assert.Equal(13, headers[name].Length));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rejects_requests_above_a_limit_until_its_period_ends(bool isQuota)
    {
        await _api.SendAsync("GET", "demoapi/clubs");
        var limit = isQuota ? _api.Vendor.Gateway.Quota : _api.Vendor.Gateway.Rate;
        (limit.Maximum, limit.Period) = (2, TimeSpan.Zero);
        await _api.SendAsync("GET", "demoapi/clubs");
        limit.Period = TimeSpan.FromSeconds(1);
        var statuses = new List<int>();
        for (var count = 0; count < 3; count++)
        {
            statuses.Add((await _api.SendAsync("GET", "demoapi/clubs")).Status);
        }

        Assert.Equal([200, 429, 429], statuses);
        await Task.Delay(1100, SandboxClient.Cancellation);
        Assert.Equal(200, (await _api.SendAsync("GET", "demoapi/clubs")).Status);
    }

    [Fact]
    public async Task Rejects_expired_tokens()
    {
        await _api.SendAsync("GET", "demoapi/clubs");
        _api.Vendor.Tokens.ExpireAccessTokens();
        var reply = await _api.SendAsync("GET", "demoapi/clubs");
        Assert.Equal((401, "The access token provided has expired."), (reply.Status, (string?)reply.Json["error_description"]));
    }

    [Fact]
    public void The_seed_determines_the_sample_data()
    {
        var data = new[] { 1, 1, 2 }.Select(seed =>
        {
            using var handler = new SandboxHost(new SandboxOptions { Seed = seed }).Handler;
            return string.Concat(handler.Engine.Resamania.Database["contacts"].Select(row => row.ToJsonString()));
        }).ToList();
        Assert.Equal(data[0], data[1]);
        Assert.NotEqual(data[0], data[2]);
    }
}
