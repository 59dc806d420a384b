using System.Text;
using System.Text.Json;
using TrainingApis.Sandbox;
using TrainingApis.Sandbox.Loop;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Talks to the sandbox's Loop as a caller over HTTP would.</summary>
internal sealed class LoopCaller : IDisposable
{
    public const string Client = """
        {"email":"contact@example.com","codeDossier":"CEGID003","offre":"consultation","nom":"API","prenom":"COLLAB",
        "telephone":"0705060302","profile":"2.0","social":true}
        """;

    private readonly SandboxHost _host;
    private readonly HttpClient _http;

    public LoopCaller(SandboxOptions? options = null)
    {
        _host = new SandboxHost(options ?? new SandboxOptions());
        _http = new HttpClient(_host.Handler) { BaseAddress = new Uri(SandboxHost.LoopUri) };
        As(SandboxHost.LoopAccount);
    }

    public LegacyControl Sandbox => _host.Control();

    public LoopControl Control => _host.Control().Loop;

    /// <summary>What the two headers hold; null leaves one out.</summary>
    public string? Subscription { get; set; }

    public string? ApiKey { get; set; }

    public JsonElement State => JsonDocument.Parse(Sandbox.GetState()).RootElement.GetProperty("loop");

    public void As(LoopAccount account) => (Subscription, ApiKey) = (account.SubscriptionKey, $"{account.Key}:{account.Secret}");

    public Task<LoopExchange> AddOfferAsync(string code, string offer = "consultation") => PostAsync("collaborativeOffer/addOffer", OfferOf(code, offer));

    public Task<LoopExchange> RemoveOfferAsync(string code, string offer = "consultation") => PostAsync("collaborativeOffer/removeOffer", OfferOf(code, offer));

    public Task<LoopExchange> AddOfferToContactAsync(string email, string code, string offer) =>
        PostAsync("collaborativeOffer/addCollaborativeOffer", OfferOf(email, code, offer));

    public Task<LoopExchange> ProvisionAsync(string code) => PostAsync("companyProvisioning/provisionCompany", $$"""{"codeDossier":"{{code}}"}""");

    public Task<LoopExchange> AddClientAsync(string email = "contact@example.com", string code = "CEGID003") =>
        PostAsync("provisionningCollab/addClient", Client.Replace("contact@example.com", email).Replace("CEGID003", code));

    public Task<LoopExchange> UpdateClientAsync(string email, string code, string more = "") =>
        PostAsync("provisionningCollab/updateClient", $$"""{"email":"{{email}}","codeDossier":"{{code}}"{{more}}}""");

    public Task<LoopExchange> RemoveApplicationAsync(string email, string code, string offer) =>
        PostAsync("provisionningCollab/removeApplication", OfferOf(email, code, offer));

    public Task<LoopExchange> ListAsync(string key = "sandbox-key", string domain = "TESTRDDCABINET") =>
        AskAsync("GET", "LOOPHUB", $$"""{"apiKey":"{{key}}","domain":"{{domain}}"}""");

    public Task<LoopExchange> PostAsync(string path, string body) => AskAsync("POST", path, body);

    public async Task<LoopExchange> AskAsync(string method, string path, string? body, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (Subscription != null)
            request.Headers.TryAddWithoutValidation("Ocp-Apim-Subscription-Key", Subscription);
        if (ApiKey != null)
            request.Headers.TryAddWithoutValidation("x-apikey", ApiKey);
        if (body != null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new LoopExchange((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, text, answer.Headers, answer.Content.Headers);
    }

    public void Dispose() => _http.Dispose();

    private static string OfferOf(string code, string offer) => $$"""{"codeDossier":"{{code}}","offre":"{{offer}}"}""";

    private static string OfferOf(string email, string code, string offer) => $$"""{"email":"{{email}}","codeDossier":"{{code}}","offre":"{{offer}}"}""";
}
