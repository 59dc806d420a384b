using System.Text.Json;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox;
using TrainingApis.Sandbox.Conferences;
using Xunit;
using static TrainingApis.Tests.Unit.Sandbox.ConferenceRequests;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Tests credentials, reads, and the response forms that the documents do not define.</summary>
public sealed class ConferenceSandboxTests : IDisposable
{
    private const string Token = "conference/o/oauth2/token";
    private const string Form = "application/x-www-form-urlencoded";
    private const string Grant =
        "grant_type=refresh_token&client_id=sandbox-client&client_secret=sandbox-secret&refresh_token=sandbox-refresh-token";

    private readonly ConferenceRequests _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("", "The headers apiKey and token are required")]
    [InlineData("apiKey=sandbox-api-key", "The headers apiKey and token are required")]
    [InlineData("Authentication=Bearer sandbox-access-token", "The headers apiKey and token are required")]
    [InlineData("apiKey=other;token=sandbox-token", "The API key is unknown")]
    [InlineData("apiKey=sandbox-api-key;token=other", "The token is unknown")]
    [InlineData("Authorization=Bearer other", "The access token is invalid or expired")]
    [InlineData("Authorization=Basic c2FuZGJveA==", "Authorization must be a bearer token")]
    [InlineData("Authorization=Bearer sandbox-access-token;token=sandbox-token", "Either apiKey and token, or Authorization")]
    [InlineData("APIKEY=sandbox-api-key;Token=sandbox-token", null)]
    [InlineData("Authorization=Bearer sandbox-access-token", null)]
    public async Task Accepts_a_key_with_a_token_or_an_access_token(string headers, string? message)
    {
        var pairs = headers.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2));
        var reply = await _sandbox.Client.SendAsync(
            "GET", "conference/conferences?fields=id", headers: [.. pairs.Select(pair => (pair[0], pair[1]))]);
        Assert.Equal(message is null ? 200 : 401, reply.Status);
        Assert.Equal(message, message is null ? null : (string?)reply.Json["error"]!["message"]);
        Assert.Equal(message is null ? null : "Bearer", reply.Headers.GetValueOrDefault("WWW-Authenticate"));
    }

    [Fact]
    public async Task Rejects_credentials_in_the_URL()
    {
        var reply = await _sandbox.Client.SendAsync("GET", "conference/conferences?apiKey=sandbox-api-key&token=sandbox-token");
        Fails(reply, 401, "The headers apiKey and token are required");
        Fails(await _sandbox.GetAsync("conferences?token=x"), 400, "Invalid request: token is unknown", "token");
    }

    [Theory]
    [InlineData("", 200, null)]
    [InlineData("grant_type=", 400, "invalid_request")]
    [InlineData("grant_type=password", 400, "unsupported_grant_type")]
    [InlineData("grant_type=authorization_code&code=x", 400, "invalid_grant")]
    [InlineData("client_id=nobody", 401, "invalid_client")]
    [InlineData("client_secret=", 401, "invalid_client")]
    [InlineData("refresh_token=", 400, "invalid_request")]
    [InlineData("refresh_token=old", 400, "invalid_grant")]
    [InlineData("scope=everything", 400, "invalid_scope")]
    [InlineData("scope=agendize", 200, null)]
    public async Task Issues_an_access_token_for_a_refresh_token(string change, int status, string? error)
    {
        var reply = await GrantAsync(change);
        Assert.Equal((status, error), (reply.Status, (string?)reply.Json["error"]));
        if (status == 200)
        {
            Assert.Equal(["access_token", "token_type", "expires_in", "refresh_token"], Names(reply.Json));
            Assert.Equal(200, (await BearerAsync((string)reply.Json["access_token"]!)).Status);
        }
    }

    [Fact]
    public async Task Accepts_a_token_request_only_as_a_POST_form()
    {
        Assert.Equal(405, (await _sandbox.Client.SendAsync("GET", Token)).Status);
        Assert.Equal(404, (await _sandbox.Client.SendAsync("POST", "conference/o/token", "x=1", Form)).Status);
        Assert.Equal("invalid_request", (string?)(await _sandbox.Client.SendAsync("POST", Token, "{}")).Json["error"]);
        var inAddress = await _sandbox.Client.SendAsync("POST", Token + "?client_secret=x", "a=b", Form);
        Assert.Equal("invalid_request", (string?)inAddress.Json["error"]);
    }

    [Fact]
    public async Task Expires_access_tokens_and_rotates_refresh_tokens_on_request()
    {
        _sandbox.Vendor.Settings.RotateRefreshTokens = true;
        var granted = (await GrantAsync(string.Empty)).Json;
        Assert.Equal("invalid_grant", (string?)(await GrantAsync(string.Empty)).Json["error"]);
        Assert.Equal(200, (await GrantAsync("refresh_token=" + granted["refresh_token"])).Status);
        _sandbox.Vendor.Tokens.ExpireAccessTokens();
        Assert.Equal(401, (await BearerAsync((string)granted["access_token"]!)).Status);
        Assert.Equal(401, (await BearerAsync("sandbox-access-token")).Status);
        Assert.Equal(200, (await _sandbox.GetAsync("conferences")).Status);
    }

    [Fact]
    public async Task Returns_the_documented_members_of_each_resource()
    {
        var seen = new Dictionary<string, HashSet<string>>();
        foreach (var conference in Items(await _sandbox.GetAsync("conferences")))
        {
            Collect("conference", conference);
            foreach (var session in Items(await _sandbox.GetAsync($"conferences/{conference["id"]}/sessions")))
            {
                Collect("session", session);
                var path = $"conferences/{conference["id"]}/sessions/{session["id"]}/registrations?withCancelled=true";
                foreach (var registration in Items(await _sandbox.GetAsync(path)))
                {
                    Collect("registration", registration);
                    Collect("client", registration["client"]!);
                }
            }
        }

        foreach (var type in new[] { "conference", "session", "registration" })
        {
            Assert.Equal(Names(Documented(type)).Order(), seen[type].Order());
        }

        Assert.Equal(Names(Documented("registration")["client"]!).Append("language").Append("consent").Order(), seen["client"].Order());

        void Collect(string type, JsonNode json) => seen[type] = [.. seen.GetValueOrDefault(type) ?? [], .. Names(json)];

        static JsonNode Documented(string type) => JsonNode.Parse(Data.Read($"agendize.{type}.resource.json"))!;
    }

    [Fact]
    public async Task Returns_both_forms_if_two_are_documented()
    {
        var all = await RegistrationsAsync();
        Assert.Equal(2, all.Select(one => one["id"]!.GetValueKind()).Distinct().Count());
        Assert.Equal(2, all.Select(one => one["client"]!["id"]!.GetValueKind()).Distinct().Count());
        Assert.Equal(2, all.Where(one => one["form"] is not null).Select(one => one["form"]!.GetValueKind()).Distinct().Count());
        Assert.Equal(2, all.Where(one => one["cancelled"] is null).Select(one => Names(one).Contains("cancelled")).Distinct().Count());
        Assert.Equal(["accepted", "cancelled", "waitingList"], all.Select(one => (string)one["status"]!).Distinct().Order());
    }

    [Fact]
    public async Task Returns_the_form_selected_by_a_setting()
    {
        var settings = _sandbox.Vendor.Settings;
        (settings.BareLists, settings.NumericIds, settings.FormsAsObjects) = (true, true, false);
        Assert.StartsWith("[", (await _sandbox.GetAsync("conferences")).Body);
        Assert.All(await RegistrationsAsync(), one => Assert.Equal(JsonValueKind.Number, one["id"]!.GetValueKind()));
        Assert.All(await RegistrationsAsync(), one => Assert.True(one["form"] is JsonArray or null));
        (settings.BareLists, settings.NumericIds, settings.FormsAsObjects) = (false, false, true);
        Assert.StartsWith("{\"items\":[", (await _sandbox.GetAsync("conferences")).Body);
        Assert.All(await RegistrationsAsync(), one => Assert.Equal(JsonValueKind.String, one["id"]!.GetValueKind()));
        Assert.All(await RegistrationsAsync(), one => Assert.False(one["form"] is JsonArray { Count: 1 }));
    }

    [Fact]
    public async Task Returns_forms_with_all_types_equal_titles_formulas_and_undocumented_members()
    {
        var form = (await _sandbox.GetAsync(First + "/700001")).Json["form"]!.AsArray();
        var types = form.Select(item => (string)item!["type"]!).Distinct().Order();
        Assert.Equal(["checkbox", "crm-address", "crm-name", "date", "radio", "select", "text"], types);
        Assert.All(form, item => Assert.NotEmpty((string)item!["title"]!));
        Assert.Equal(2, form.Count(item => (string?)item!["title"] == "Repas"));
        Assert.Contains(form, item => ((string)item!["title"]!).StartsWith('+'));
        Assert.Equal("=-", string.Concat(new[] { "comment", "diet" }.Select(id => ((string)Item(id)["value"]!)[0])));
        Assert.Equal("2026-03-29T02:30:00", (string?)Item("arrival")["zonedDateTime"]!["dateTime"]);
        Assert.Equal("Ville", (string?)Item("address")["subItem"]![2]!["title"]);
        Assert.Equal("Paie", (string?)Item("profile")["values"]![0]!["values"]![1]!["name"]);
        Assert.Equal((1, 4), ((int)Item("meal")["position"]!, (int)Item("workshops")["values"]![0]!["seatsLeft"]!));
        Assert.Equal("i", (string?)Item("email")["valueFormat"]!["regexFlags"]);

        JsonNode Item(string id) => form.Single(item => (string?)item!["id"] == id)!;
    }

    [Fact]
    public async Task Returns_times_with_unusual_zones_and_formats()
    {
        var times = (await RegistrationsAsync()).Select(one => one["registered"]!.ToJsonString()).ToList();
        Assert.Contains("""{"dateTime":"2025-03-30T02:30:00","timeZone":"Europe/Paris"}""", times);
        Assert.Contains("""{"dateTime":"2025-10-26T02:30:00","timeZone":"Europe/Paris"}""", times);
        Assert.Contains(times, time => time.Contains("Atlantis/Sunken_City"));
        Assert.Contains(times, time => time.Contains(".123\""));
        Assert.Contains(times, time => !time.Contains("timeZone"));
    }

    [Theory]
    [InlineData("conferences/1201/sessions/40001/registrations", 10)]
    [InlineData("conferences/1201/sessions/40001/registrations?withCancelled=false", 10)]
    [InlineData("conferences/1201/sessions/40001/registrations?withCancelled=true", 12)]
    [InlineData("conferences/FORUM-RH-2026/sessions/40002/registrations", 0)]
    [InlineData("conferences/matinale%2F%C3%A9t%C3%A9%202026%20100%25/sessions", 2)]
    [InlineData("conferences/1208/sessions", 0)]
    public async Task Returns_complete_lists(string path, int count) => Assert.Equal(count, Items(await _sandbox.GetAsync(path)).Count);

    [Theory]
    [InlineData("conferences/1201?fields=id,title", "id title")]
    [InlineData("conferences/1201/sessions/40001?fields=start", "start")]
    [InlineData("conferences/1201/sessions/40001/registrations/700006?fields=status,client", "client status")]
    public async Task The_fields_parameter_selects_members(string path, string members) =>
        Assert.Equal(members, string.Join(' ', Names((await _sandbox.GetAsync(path)).Json)));

    [Fact]
    public async Task The_seed_determines_the_data()
    {
        using var same = new ConferenceRequests();
        using var other = new ConferenceRequests(new SandboxOptions { Seed = 7 });
        var body = (await _sandbox.GetAsync(First)).Body;
        Assert.Equal(body, (await same.GetAsync(First)).Body);
        Assert.NotEqual(body, (await other.GetAsync(First)).Body);
    }

    private static IEnumerable<string> Names(JsonNode json) => json.AsObject().Select(member => member.Key);

    private Task<Reply> BearerAsync(string token) =>
        _sandbox.Client.SendAsync("GET", "conference/conferences", headers: ("Authorization", "Bearer " + token));

    /// <summary>Sends a refresh token grant with other fields.</summary>
    private Task<Reply> GrantAsync(string change)
    {
        var fields = $"{Grant}&{change}".Split('&', StringSplitOptions.RemoveEmptyEntries);
        var form = string.Join('&', fields.GroupBy(field => field.Split('=')[0]).Select(group => group.Last()));
        return _sandbox.Client.SendAsync("POST", Token, form, Form);
    }

    private async Task<List<JsonNode>> RegistrationsAsync()
    {
        var all = new List<JsonNode>();
        foreach (var path in new[] { "1201/sessions/40001", "1202/sessions/40004", "1202/sessions/40005", "1206/sessions/40014" })
        {
            all.AddRange(Items(await _sandbox.GetAsync($"conferences/{path}/registrations?withCancelled=true")));
        }

        return all;
    }
}
