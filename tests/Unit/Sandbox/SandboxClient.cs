using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Sends plain HTTP requests to a sandbox, without this project's clients.</summary>
internal sealed class SandboxClient(SandboxOptions? options = null) : IDisposable
{
    private readonly SandboxHost _host = new(options ?? new SandboxOptions());
    private readonly Dictionary<string, string> _tokens = [];

    /// <summary>Gets the handler with the vendors, their settings and databases.</summary>
    public SandboxHandler Handler => _host.Handler;

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Sends a request to a path below <c>https://sandbox.test/</c>.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="body">A text body; null for none.</param>
    /// <param name="mediaType">The media type of the body.</param>
    /// <param name="headers">Request headers.</param>
    public async Task<Reply> SendAsync(
        string method,
        string path,
        string? body = null,
        string mediaType = "application/json",
        params (string Name, string Value)[] headers)
    {
        using var invoker = new HttpMessageInvoker(Handler, disposeHandler: false);
        using var request = new HttpRequestMessage(new HttpMethod(method), "https://sandbox.test/" + path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await invoker.SendAsync(request, Cancellation);
        var all = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
        return new Reply((int)response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation), all);
    }

    /// <summary>Sends a request to Cegos with a token of the scope that the path needs.</summary>
    public async Task<Reply> CegosAsync(string method, string path, string? body = null)
    {
        var scope = path.StartsWith("catalog") ? "api-cegos" : "api-registration";
        if (!_tokens.TryGetValue(scope, out var token))
        {
            var form = $"grant_type=client_credentials&client_id=sandbox-client&client_secret=sandbox-secret&scope={scope}";
            var reply = await SendAsync("POST", "cegos/auth/connect/token", form, "application/x-www-form-urlencoded");
            _tokens[scope] = token = (string)reply.Json["access_token"]!;
        }

        return await SendAsync(method, "cegos/" + path, body, headers: ("Authorization", "Bearer " + token));
    }

    public void Dispose() => Handler.Dispose();
}

/// <summary>Represents a response of the sandbox.</summary>
internal sealed record Reply(int Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Gets the body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Body)!;

    public JsonElement Element => JsonDocument.Parse(Body).RootElement;
}
