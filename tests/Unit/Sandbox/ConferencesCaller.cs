using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using TrainingApis.Sandbox;
using TrainingApis.Sandbox.Conferences;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Calls the sandbox's conferences by hand. Of the first account: conference 1201 has sessions 40001 to 40003, 40001 the registrations 700001 to 700012.</summary>
internal sealed class ConferencesCaller : IDisposable
{
    public const string First = "conferences/1201/sessions/40001/registrations";

    /// <summary>A session that has nobody in it yet, and 200 seats.</summary>
    public const string Empty = "conferences/1201/sessions/40002/registrations";

    /// <summary>A registration with everything that a caller may write and that needs no more.</summary>
    public const string Registration = """{"client":{"id":"5001"},"seats":2,"status":"accepted","form":[{"id":"comment","value":"Été"}]}""";

    private readonly HttpClient _http;

    public ConferencesCaller(SandboxOptions? options = null)
    {
        Host = new SandboxHost(options ?? new SandboxOptions());
        _http = new HttpClient(Host.Handler, disposeHandler: false);
    }

    public SandboxHost Host { get; }

    public ConferencesControl Control => Host.Control().Conferences;

    public JsonElement State => JsonDocument.Parse(Host.Control().GetState()).RootElement.GetProperty("conferences");

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The array of a list, whatever holds it.</summary>
    public static List<JsonElement> Items(SandboxReply reply)
    {
        var root = JsonDocument.Parse(reply.Body).RootElement;
        return (root.ValueKind == JsonValueKind.Array ? root : root.GetProperty("items")).EnumerateArray().ToList();
    }

    /// <summary>An id as text, whatever it is.</summary>
    public static string Id(JsonElement item) => item.GetProperty("id").ToString();

    /// <summary>Sends as it is; a relative path is one below the base address.</summary>
    public async Task<SandboxReply> SendAsync(HttpRequestMessage request)
    {
        request.RequestUri = new Uri(SandboxHost.Conferences.BaseUri, request.RequestUri!);
        using var answer = await _http.SendAsync(request, Cancel);
        return new SandboxReply((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel), answer);
    }

    /// <summary>Sends with an account's key and token.</summary>
    public Task<SandboxReply> AskAsync(HttpMethod method, string path, string? body = null, string mediaType = "application/json", ConferencesAccount? account = null)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("apiKey", (account ?? ConferencesAccount.Default).ApiKey);
        request.Headers.Add("token", (account ?? ConferencesAccount.Default).Token);
        if (body != null)
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(mediaType));
        return SendAsync(request);
    }

    public Task<SandboxReply> GetAsync(string path) => AskAsync(HttpMethod.Get, path);

    public Task<SandboxReply> PostAsync(string path, string body) => AskAsync(HttpMethod.Post, path, body);

    public Task<SandboxReply> PutAsync(string path, string body) => AskAsync(HttpMethod.Put, path, body);

    public Task<SandboxReply> DeleteAsync(string path, string? body = null) => AskAsync(HttpMethod.Delete, path, body);

    public static void Fails(SandboxReply reply, int status, string message, int? statusCode = null, string fields = "")
    {
        Assert.Equal(status, reply.Status);
        Shape.Is(reply.Json, "error:o");
        var error = reply.Json.GetProperty("error");
        Shape.Is(error, "message:s statusCode:n fields:a");
        Assert.Equal(message, error.GetProperty("message").GetString());
        Assert.Equal(statusCode ?? status, error.GetProperty("statusCode").GetInt32());
        Assert.Equal(fields, string.Join(' ', error.GetProperty("fields").EnumerateArray().Select(field => field.GetString())));
    }

    public void Dispose() => _http.Dispose();
}
