using System.Text;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Resamania;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Sends plain HTTP requests to Resamania in a new sandbox.</summary>
internal sealed class ResamaniaRequests : IDisposable
{
    private readonly SandboxClient _client = new();
    private string? _token;

    public ResamaniaVendor Vendor => _client.Handler.Engine.Resamania;

    public ResamaniaSettings Settings => Vendor.Settings;

    /// <summary>Gets or sets the gateway key; null sends none.</summary>
    public string? Key { get; set; } = ResamaniaGateway.Key;

    public string? Club { get; set; } = "/demoapi/clubs/1";

    public string? Node { get; set; } = "/demoapi/network_nodes/1433";

    /// <summary>Gets the changes, as operation and IRI.</summary>
    public IEnumerable<string> Changes => Vendor.Database["changes"].Select(change => $"{change["operation"]} {change["iri"]}");

    /// <summary>Gets a documented example as text.</summary>
    public static string Example(string name) => Encoding.UTF8.GetString(Data.Read($"resamania.{name}.json"));

    /// <summary>Asserts that a response has the members of a documented one, of the same types where neither is null.</summary>
    public static void AssertShows(JsonNode? example, JsonNode? actual)
    {
        if (example is null || actual is null)
        {
            return;
        }

        Assert.Equal(example.GetValueKind(), actual.GetValueKind());
        if (example is JsonObject members)
        {
            Assert.Empty(members.Select(member => member.Key).Except(actual.AsObject().Select(member => member.Key)));
            Assert.All(members, member => AssertShows(member.Value, actual[member.Key]));
        }

        if (example is JsonArray { Count: > 0 } items)
        {
            AssertShows(items[0], ((JsonArray)actual)[0]);
        }
    }

    /// <summary>Requests a token.</summary>
    public Task<Reply> GetTokenAsync(string fields, string path = "demoapi/oauth/v2/token") =>
        SendWithAsync(null, "POST", path, fields, "application/x-www-form-urlencoded");

    /// <summary>Uses the club grant for the next requests, without context headers.</summary>
    public Task ActAsClubAsync(int number) => ActAsync(
        "grant_type=http%3A%2F%2Fclubclientcredentials&client_id=sandbox-client&client_secret=sandbox-secret"
        + $"&clubId=%2Fdemoapi%2Fclubs%2F{number}");

    /// <summary>Uses the contact grant for the next requests, without context headers.</summary>
    public Task ActAsContactAsync(string email) => ActAsync(
        "grant_type=http%3A%2F%2Fcontactclientcredentials&client_id=sandbox-contact-client&client_secret=sandbox-contact-secret"
        + $"&email={Uri.EscapeDataString(email)}");

    /// <summary>Uses the OAuth client for the next requests, for a club of the network.</summary>
    public void ActAsServer(int club = 1)
    {
        (_token, Club, Node) = (null, $"/demoapi/clubs/{club}", "/demoapi/network_nodes/1433");
    }

    public async Task<Reply> SendAsync(string method, string path, string? body = null, string mediaType = "application/json")
    {
        _token ??= (string)(await GetTokenAsync("grant_type=client_credentials&client_id=sandbox-client&client_secret=sandbox-secret"))
            .Json["access_token"]!;
        return await SendWithAsync(_token, method, path, body, mediaType);
    }

    public Task<Reply> SendWithAsync(string? token, string method, string path, string? body = null, string mediaType = "application/json")
    {
        var headers = new[]
        {
            ("x-gravitee-api-key", Key), ("x-user-club-id", Club), ("x-user-network-node-id", Node),
            ("Authorization", token is null ? null : "Bearer " + token),
        };
        var given = headers.Where(header => header.Item2 is not null).Select(header => (header.Item1, header.Item2!));
        return _client.SendAsync(method, "resamania/" + path, body, mediaType, [.. given]);
    }

    /// <summary>Sends a GET request and returns the members of the collection.</summary>
    public async Task<JsonArray> ListAsync(string path)
    {
        var reply = await SendAsync("GET", path);
        Assert.Equal(200, reply.Status);
        return (JsonArray)reply.Json["hydra:member"]!;
    }

    /// <summary>Asserts status and description of a rejection.</summary>
    public async Task AssertRefusedAsync(int status, string description, string method, string path, string? body = null)
    {
        var changes = Changes.ToList();
        var reply = await SendAsync(method, path, body);
        Assert.Equal((status, description), (reply.Status, (string?)reply.Json["hydra:description"]));
        Assert.Equal(changes, Changes);
    }

    public void Dispose() => _client.Dispose();

    private async Task ActAsync(string fields)
    {
        (Club, Node) = (null, null);
        _token = (string)(await GetTokenAsync(fields)).Json["access_token"]!;
    }
}
