using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Conferences;
using Xunit;
using static TrainingApis.Tests.Unit.Sandbox.ConferenceRequests;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Tests the effects of changes, and changes that break a business rule.</summary>
public sealed class ConferenceSandboxChangeTests : IDisposable
{
    private const string Full = "conferences/1202/sessions/40004/registrations";

    private readonly ConferenceRequests _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task Creates_a_registration_with_defaults()
    {
        var reply = await _sandbox.SendAsync("POST", Empty, """{"client":{"id":"5002"}}""");
        Assert.Equal(200, reply.Status);
        Assert.Equal(("accepted", 1), ((string?)reply.Json["status"], (int)reply.Json["seats"]!));
        Assert.Equal(("api", "5002"), ((string?)reply.Json["sourceType"], reply.Json["client"]!["id"]!.ToString()));
        Assert.Equal("""{"dateTime":"2026-01-15T10:00:00","timeZone":"Europe/Paris"}""", reply.Json["registered"]!.ToJsonString());
        Assert.Equal(reply.Body, (await _sandbox.GetAsync($"{Empty}/{reply.Json["id"]}")).Body);
        Assert.Equal("CreateRegistration", (string?)_sandbox.Changes[0]["operation"]);
        Assert.Equal("""{"client":{"id":"5002"}}""", _sandbox.Changes[0]["body"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"seats":5}""", "seats", "5")]
    [InlineData("""{"status":"waitingList"}""", "status", "\"waitingList\"")]
    [InlineData("{}", null, null)]
    public async Task Changes_only_what_was_sent(string body, string? member, string? value)
    {
        var expected = (await _sandbox.GetAsync(First + "/700001")).Json;
        if (member is not null)
        {
            expected[member] = JsonNode.Parse(value!);
        }

        var actual = (await _sandbox.SendAsync("PUT", First + "/700001", body)).Json;
        Assert.True(JsonNode.DeepEquals(expected, actual));
        Assert.True(JsonNode.DeepEquals(expected, (await _sandbox.GetAsync(First + "/700001")).Json));
    }

    [Fact]
    public async Task Replaces_a_form_and_completes_it_from_the_conference()
    {
        var body = """{"form":[{"id":"diet","value":"x"},{"id":"meal","values":[{"id":"m2"}]},{"id":"arrival","value":"2026-02-03"}]}""";
        var form = (await _sandbox.SendAsync("PUT", First + "/700001", body)).Json["form"]!.AsArray();
        Assert.Equal(3, form.Count);
        Assert.Equal(("text", "Repas", "x"), ((string?)form[0]!["type"], (string?)form[0]!["title"], (string?)form[0]!["value"]));
        Assert.Equal("""[{"id":"m2"}]""", form[1]!["values"]!.ToJsonString());
        Assert.Equal("""{"dateTime":"2026-02-03T00:00:00","timeZone":"Europe/Paris"}""", form[2]!["zonedDateTime"]!.ToJsonString());
    }

    [Fact]
    public async Task Accepts_a_form_as_it_was_returned()
    {
        var form = (await _sandbox.GetAsync(First + "/700001")).Json["form"]!.AsArray();
        foreach (var item in form)
        {
            item!.AsObject().Remove("zonedDateTime");
        }

        var reply = await _sandbox.SendAsync("PUT", First + "/700002", new JsonObject { ["form"] = form.DeepClone() }.ToJsonString());
        Assert.Equal(200, reply.Status);
        Assert.Equal(form.Count, reply.Json["form"]!.AsArray().Count);
    }

    [Fact]
    public async Task Delete_cancels_a_registration()
    {
        var reply = await _sandbox.SendAsync("DELETE", First + "/700001", """{"reason":"Empêchée","source":"RH"}""");
        Assert.Equal((200, string.Empty), (reply.Status, reply.Body));
        var one = (await _sandbox.GetAsync(First + "/700001")).Json;
        Assert.Equal(("cancelled", "Empêchée", "RH"), ((string?)one["status"], (string?)one["cancelReason"], (string?)one["cancelSource"]));
        Assert.Equal("2026-01-15T10:00:00", (string?)one["cancelled"]!["dateTime"]);
        Assert.Equal(200, (await _sandbox.SendAsync("DELETE", First + "/700002")).Status);
        Assert.Null(_sandbox.Changes[1]["body"]);
    }

    [Theory]
    [InlineData("DELETE", First + "/700006", null, "Registration is already cancelled")]
    [InlineData("PUT", First + "/700006", """{"seats":2}""", "Registration is cancelled")]
    [InlineData("POST", "conferences/1201/sessions/40003/registrations", Registration, "Session is closed")]
    [InlineData("POST", Full, Registration, "Session is full")]
    [InlineData("POST", "conferences/1203/sessions/40006/registrations", Registration, "Too many seats: a registration may have 1")]
    [InlineData("PUT", First + "/700001", """{"seats":11}""", "Too many seats: a registration may have 10")]
    public async Task Rejects_with_status_200_or_400(string method, string path, string? body, string message)
    {
        Fails(await _sandbox.SendAsync(method, path, body), 200, message, statusCode: 400);
        _sandbox.Vendor.Settings.ErrorsWithSuccess = false;
        Fails(await _sandbox.SendAsync(method, path, body), 400, message);
        _sandbox.Vendor.Settings.ErrorsWithSuccess = true;
        Fails(await _sandbox.SendAsync(method, path, body), 200, message, statusCode: 400);
        Fails(await _sandbox.GetAsync("conferences/9"), 200, "Conference not found", statusCode: 404);
        Assert.Empty(_sandbox.Changes);
    }

    [Fact]
    public async Task A_full_session_has_a_waiting_list()
    {
        var waiting = (await _sandbox.SendAsync("POST", Full, """{"client":{"id":"5001"},"status":"waitingList"}""")).Json;
        Assert.Equal("waitingList", (string?)waiting["status"]);
        var path = $"{Full}/{waiting["id"]}";
        Fails(await _sandbox.SendAsync("PUT", path, """{"status":"accepted"}"""), 200, "Session is full", statusCode: 400);
        var accepted = Items(await _sandbox.GetAsync(Full)).First(one => (string?)one["status"] == "accepted");
        await _sandbox.SendAsync("DELETE", $"{Full}/{accepted["id"]}");
        Assert.Equal("accepted", (string?)(await _sandbox.SendAsync("PUT", path, """{"status":"accepted"}""")).Json["status"]);
    }

    [Theory]
    [InlineData("name", "\"Crochet\"")]
    [InlineData("basicAuth", """{"username":"u","password":"p"}""")]
    [InlineData("httpRequestHeader", """{"X-Custom":"string","X-Autre":"été"}""")]
    [InlineData("schema", "{}")]
    [InlineData("schema", "\"$.client\"")]
    [InlineData("schema", """{"nom":"$.client.lastName","places":["$.seats"]}""")]
    [InlineData("method", "\"DELETE\"")]
    [InlineData("status", "\"disabled\"")]
    [InlineData("oauth2Auth", $$"""{{{OAuth2}},"grantType":"client_credentials","clientSecret":"x"}""")]
    [InlineData("oauth2Auth",
        $$"""{{{OAuth2}},"grantType":"refresh_token","refreshToken":"r","authUrl":"https://example.com","scope":"s"}""")]
    [InlineData("signature", """{"enabled":false}""")]
    [InlineData("signature", """{"enabled":true}""")]
    [InlineData("signature", """{"enabled":false,"cryptoKeyIds":[]}""")]
    [InlineData("signature", """{"enabled":true,"cryptoKeyIds":["k1","k2"]}""")]
    public async Task Creates_a_watch_and_shows_each_option(string member, string json)
    {
        var reply = await _sandbox.SendAsync("POST", Watches, $$"""{"address":"https://example.com/hook","{{member}}":{{json}}}""");
        Assert.Equal(200, reply.Status);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), reply.Json[member]), reply.Body);
        Assert.NotNull(reply.Json["method"]);
        Assert.NotNull(reply.Json["status"]);
    }

    [Theory]
    [InlineData("2.0")]
    [InlineData("2.3")]
    public async Task Deletes_a_watch_of_all_sessions(string version)
    {
        const string body = """{"address":"https://example.com/hook","signature":{"enabled":true,"cryptoKeyIds":["k1"]}}""";
        var first = (await _sandbox.SendAsync("POST", "sessions/0/registrations/watch", body)).Json;
        var second = (await _sandbox.SendAsync("POST", "sessions/0/registrations/watch", body)).Json;
        Assert.NotNull(first["signature"]!["cryptoKeyIds"]);
        Assert.NotNull(second["signature"]!["keys"]);
        var path = $"api/{version}/watchers/{first["id"]}";
        Assert.Equal(200, (await _sandbox.SendAsync("DELETE", path)).Status);
        Fails(await _sandbox.SendAsync("DELETE", path), 404, "Watch not found");
        Assert.Equal("0", (string?)_sandbox.Changes[2]["parentId"]);
    }

    [Fact]
    public async Task Serves_moved_operations_only_at_their_new_route()
    {
        _sandbox.Vendor.Move("UpdateRegistration", "PATCH conferences/{conferenceId}/r/{id}");
        Assert.Equal(200, (await _sandbox.SendAsync("PATCH", "conferences/1201/r/700001", """{"seats":2}""")).Status);
        Assert.Equal(405, (await _sandbox.SendAsync("PUT", First + "/700001", "{}")).Status);
        _sandbox.Vendor.Move("Watch", "POST conferences/{conferenceId}/sessions/{sessionId}/registrations/watch");
        Assert.Equal(404, (await _sandbox.SendAsync("POST", Watches, """{"address":"https://example.com/"}""")).Status);
        var moved = "conferences/1201/" + Watches;
        Assert.Equal(200, (await _sandbox.SendAsync("POST", moved, """{"address":"https://example.com/"}""")).Status);
    }

    [Fact]
    public async Task Makes_all_parallel_changes()
    {
        const string body = """{"client":{"id":"5003"}}""";
        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => _sandbox.SendAsync("POST", Empty, body)));
        Assert.Equal(40, replies.Select(reply => reply.Json["id"]!.ToString()).Distinct().Count());
        Assert.Equal(40, _sandbox.Changes.Count);
        Assert.Equal(40, Items(await _sandbox.GetAsync(Empty)).Count);
    }
}
