using System.Text;
using System.Text.Json;
using TrainingApis.Sandbox;
using TrainingApis.Sandbox.Resamania;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Calls a sandbox of its own, through the handler that a client would use.</summary>
internal sealed class ResamaniaCaller : IDisposable
{
    private const string ClubGrant = "http://clubclientcredentials";
    private const string ContactGrant = "http://contactclientcredentials";
    private readonly HttpMessageInvoker _http;

    public ResamaniaCaller()
    {
        Host = new SandboxHost(new SandboxOptions { ProductCount = 1, SessionCount = 1 });
        _http = new HttpMessageInvoker(Host.Handler);
    }

    public SandboxHost Host { get; }

    public ResamaniaControl Control => Host.Control().Resamania;

    public JsonElement State => JsonSerializer.Deserialize<JsonElement>(Host.Control().GetState()).GetProperty("resamania");

    public string? Key { get; set; } = ResamaniaAccess.GatewayKey;

    public string? Authorization { get; set; }

    public string? Club { get; set; }

    public string? Node { get; set; }

    public string? Accept { get; set; } = "application/json, text/plain, */*";

    /// <summary>A caller with the anonymous grant and both context headers.</summary>
    public static async Task<ResamaniaCaller> AnonymousAsync()
    {
        var caller = new ResamaniaCaller();
        await caller.ActAnonymouslyAsync();
        return caller;
    }

    public async Task ActAnonymouslyAsync()
    {
        await SignInAsync(ResamaniaAccess.ClientId, ResamaniaAccess.ClientSecret, ("grant_type", "client_credentials"));
        (Club, Node) = (ResamaniaAccess.ClubId, ResamaniaAccess.NetworkNodeId);
    }

    public Task ActAsClubAsync(string club) =>
        BlankAsync(ResamaniaAccess.ClientId, ResamaniaAccess.ClientSecret, ("grant_type", ClubGrant), ("clubId", club));

    public Task ActAsContactAsync(string email) =>
        BlankAsync(ResamaniaAccess.ContactClientId, ResamaniaAccess.ContactClientSecret, ("grant_type", ContactGrant), ("email", email));

    /// <summary>The token call, below the brand and as a form.</summary>
    public Task<ResamaniaReply> TokenAsync(string id, string secret, params (string Name, string Value)[] fields) =>
        SendAsync("POST", "demoapi/oauth/v2/token", Form(fields.Append(("client_id", id)).Append(("client_secret", secret)).ToArray()));

    public static HttpContent Form(params (string Name, string Value)[] fields) =>
        new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));

    public static HttpContent Body(string json, string type = "application/json") => new StringContent(json, Encoding.UTF8, type);

    public Task<ResamaniaReply> GetAsync(string path) => SendAsync("GET", path);

    public Task<ResamaniaReply> PostAsync(string path, string json) => SendAsync("POST", path, Body(json));

    public Task<ResamaniaReply> PutAsync(string path, string json) => SendAsync("PUT", path, Body(json));

    public async Task<ResamaniaReply> SendAsync(string method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), ResamaniaAccess.BaseAddress + path) { Content = content };
        foreach (var (name, value) in new[] { ("x-gravitee-api-key", Key), ("Authorization", Authorization), ("x-user-club-id", Club), ("x-user-network-node-id", Node), ("Accept", Accept) })
        {
            if (value != null)
                request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return new ResamaniaReply
        {
            Status = (int)answer.StatusCode,
            MediaType = answer.Content.Headers.ContentType?.MediaType,
            Text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            Headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
        };
    }

    /// <summary>The state's objects of that kind which callers made.</summary>
    public JsonElement[] Made(string kind) => State.GetProperty(kind).EnumerateArray().Where(one => !one.GetProperty("seeded").GetBoolean()).ToArray();

    public string[] Changes() => State.GetProperty("changes").EnumerateArray().Select(one => one.GetProperty("operation").GetString() + " " + one.GetProperty("iri").GetString()).ToArray();

    public void Dispose() => _http.Dispose();

    private async Task BlankAsync(string id, string secret, params (string Name, string Value)[] fields)
    {
        (Club, Node) = (null, null);
        await SignInAsync(id, secret, fields);
    }

    private async Task SignInAsync(string id, string secret, params (string Name, string Value)[] fields)
    {
        Authorization = null;
        var answer = await TokenAsync(id, secret, fields);
        Assert.Equal(200, answer.Status);
        Authorization = "Bearer " + answer["access_token"];
    }
}
