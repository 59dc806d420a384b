using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using TrainingApis.Sandbox;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Calls a sandbox by hand, as any HTTP client would: no client of ours is in between.</summary>
internal sealed class SandboxCaller : IDisposable
{
    public const string Catalog = "https://sandbox.test/cegos/catalog/v1/";
    public const string Registration = "https://sandbox.test/cegos/registration/v1/";
    public const string Token = "https://sandbox.test/cegos/auth/connect/token";

    private readonly Dictionary<string, string> _tokens = [];
    private readonly HttpClient _http;
    private readonly SandboxAccount _account;

    public SandboxCaller(SandboxOptions? options = null)
        : this(new SandboxHost(options ?? new SandboxOptions()), SandboxAccount.Default)
    {
    }

    public SandboxCaller(SandboxHost host, SandboxAccount account)
    {
        (Host, _account) = (host, account);
        _http = new HttpClient(host.Handler, disposeHandler: false);
    }

    public SandboxHost Host { get; }

    public SandboxControl Control => Host.Control;

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Dictionary<string, string> Grant(SandboxAccount account, string scope) => new()
    {
        ["grant_type"] = "client_credentials",
        ["client_id"] = account.ClientId,
        ["client_secret"] = account.ClientSecret,
        ["scope"] = scope,
    };

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request, Cancel);

    public async Task<string> GetTokenAsync(string scope)
    {
        if (_tokens.TryGetValue(scope, out var known))
            return known;
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Post, Token) { Content = new FormUrlEncodedContent(Grant(_account, scope)) });
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        return _tokens[scope] = json.RootElement.GetProperty("access_token").GetString()!;
    }

    /// <summary>Sends with the token that the address asks for.</summary>
    public async Task<SandboxReply> AskAsync(HttpMethod method, string address, string? body = null, string mediaType = "application/json")
    {
        var request = new HttpRequestMessage(method, address);
        var token = await GetTokenAsync(address.Contains("/registration/") ? "api-registration" : "api-cegos");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body != null)
            request.Content = new StringContent(body, Encoding.UTF8, mediaType);
        using var answer = await SendAsync(request);
        return new SandboxReply((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel), answer);
    }

    public Task<SandboxReply> GetAsync(string path) => AskAsync(HttpMethod.Get, Catalog + path);

    public Task<SandboxReply> PostAsync(string path, string body) => AskAsync(HttpMethod.Post, Registration + path, body);

    public void Dispose() => _http.Dispose();
}
