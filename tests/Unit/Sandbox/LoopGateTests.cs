using TrainingApis.Sandbox.Loop;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Who is let in, where, and in whose words others are refused.</summary>
public sealed class LoopGateTests : IDisposable
{
    private const string Missing = "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.";
    private const string Invalid = "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.";
    private const string WrongKey = "La clé d'API ou son secret est invalide.";

    private readonly LoopCaller _loop = new();

    public void Dispose() => _loop.Dispose();

    [Theory]
    [InlineData(null, Missing)]
    [InlineData("", Missing)]
    [InlineData("other", Invalid)]
    [InlineData("SANDBOX-SUBSCRIPTION", Invalid)]
    public async Task The_gateway_asks_for_a_subscription(string? subscription, string message)
    {
        _loop.Subscription = subscription;
        var answer = await _loop.ListAsync();
        Assert.Equal((401, "application/json"), (answer.Status, answer.MediaType));
        Assert.Equal($$"""{"statusCode":401,"message":"{{message}}"}""", answer.Body);
        Assert.StartsWith("AzureApiManagementKey", answer.Header("WWW-Authenticate"));
    }

    [Theory]
    [InlineData(null, "L'en-tête x-apikey est obligatoire.")]
    [InlineData("", "L'en-tête x-apikey est obligatoire.")]
    [InlineData("sandbox-key", WrongKey)]
    [InlineData("sandbox-key:", WrongKey)]
    [InlineData("sandbox-key:other", WrongKey)]
    [InlineData("other:sandbox+secret/loop==", WrongKey)]
    [InlineData("sandbox-key: sandbox+secret/loop==", WrongKey)]
    [InlineData("sandbox-key:sandbox%2Bsecret%2Floop%3D%3D", WrongKey)]
    [InlineData("sandbox-key:sandbox secret/loop==", WrongKey)]
    public async Task The_service_asks_for_both_halves_of_its_key_as_they_are(string? key, string message)
    {
        _loop.ApiKey = key;
        foreach (var answer in new[] { await _loop.ListAsync(), await _loop.AddOfferAsync("MANON001") })
            Assert.Equal((401, $$"""{"message":"{{message}}"}"""), (answer.Status, answer.Body));
        Assert.Equal(0, _loop.State.GetProperty("changes").GetArrayLength());
    }

    [Fact]
    public async Task A_standard_key_opens_none_of_these_routes()
    {
        _loop.Control.AddAccount(new LoopAccount("sandbox-subscription", "standard", "a:b", "TESTRDDCABINET", isAdvanced: false));
        _loop.ApiKey = "standard:a:b";
        var answer = await _loop.AddOfferAsync("MANON001");
        Assert.Equal((403, "Cette route nécessite une clé d'API de type avancé."), (answer.Status, answer.Sentence));
    }

    [Fact]
    public async Task Secrets_are_rotated_and_keys_revoked_by_hand()
    {
        var rotated = new LoopAccount("sandbox-subscription", "sandbox-key", "n3w/s+crt=", "TESTRDDCABINET");
        _loop.Control.AddAccount(rotated);
        Assert.Equal(401, (await _loop.ListAsync()).Status);
        _loop.As(rotated);
        Assert.Equal(200, (await _loop.ListAsync()).Status);
        _loop.Control.RevokeKeys();
        Assert.Equal((401, WrongKey), ((await _loop.ListAsync()).Status, (await _loop.ListAsync()).Sentence));
        _loop.Sandbox.Reset();
        _loop.As(LoopAccount.Default);
        Assert.Equal(200, (await _loop.ListAsync()).Status);
    }

    [Fact]
    public async Task The_gateway_slows_down_and_cuts_off()
    {
        _loop.Control.Throttle(calls: 1, retryAfter: 7);
        var slow = await _loop.AddOfferAsync("MANON001");
        Assert.Equal("""{"statusCode":429,"message":"Rate limit is exceeded. Try again in 7 seconds."}""", slow.Body);
        Assert.Equal((429, "7"), (slow.Status, slow.Header("Retry-After")));
        _loop.Control.QuotaLeft = 1;
        Assert.Equal(200, (await _loop.AddOfferAsync("MANON001")).Status);
        var cut = await _loop.AddOfferAsync("MANON001");
        Assert.Equal(403, cut.Status);
        Assert.StartsWith("Out of call volume quota", cut.Sentence);
        Assert.Equal("3600", cut.Header("Retry-After"));
        Assert.Equal(1, _loop.State.GetProperty("changes").GetArrayLength());
        _loop.Control.QuotaLeft = null;
        Assert.Equal(200, (await _loop.AddOfferAsync("MANON001")).Status);
    }

    [Fact]
    public async Task Every_answer_has_two_request_ids_of_its_own()
    {
        var good = await _loop.ListAsync();
        var missing = await _loop.AskAsync("GET", "nowhere", null);
        _loop.Subscription = null;
        var refused = await _loop.ListAsync();
        var ids = new[] { good, missing, refused }.SelectMany(answer => new[] { answer.Header("requestid"), answer.Header("x-request-id") }).ToList();
        Assert.All(ids, id => Assert.True(Guid.TryParse(id, out _)));
        Assert.Equal(6, ids.Distinct().Count());
        Assert.Contains("max-age", good.Header("strict-transport-security"));
        Assert.Equal("application/json", good.MediaType);

        using var again = new LoopCaller();
        Assert.Equal(ids[0], (await again.ListAsync()).Header("requestid"));
    }

    [Theory]
    [InlineData("loophub")]
    [InlineData("LOOPHUB/")]
    [InlineData("collaborativeOffer")]
    [InlineData("collaborativeoffer/addOffer")]
    [InlineData("companyProvisionning/provisionCompany")]
    [InlineData("provisioningCollab/addClient")]
    [InlineData("provisionningCollab/AddClient")]
    [InlineData("provisionningCollab/removeOffer")]
    [InlineData("")]
    public async Task Only_the_documented_spelling_exists(string path)
    {
        foreach (var method in new[] { "GET", "POST" })
            Assert.Equal((404, """{"statusCode":404,"message":"Resource not found"}"""), await Said(_loop.AskAsync(method, path, "{}")));

        static async Task<(int, string)> Said(Task<LoopExchange> answer) => ((await answer).Status, (await answer).Body);
    }

    [Theory]
    [InlineData("POST", "LOOPHUB", "GET")]
    [InlineData("GET", "collaborativeOffer/addOffer", "POST")]
    [InlineData("PUT", "collaborativeOffer/addCollaborativeOffer", "POST")]
    [InlineData("DELETE", "collaborativeOffer/removeOffer", "POST")]
    [InlineData("PUT", "companyProvisioning/provisionCompany", "POST")]
    [InlineData("PATCH", "provisionningCollab/addClient", "POST")]
    [InlineData("PUT", "provisionningCollab/updateClient", "POST")]
    [InlineData("DELETE", "provisionningCollab/removeApplication", "POST")]
    public async Task Another_verb_is_refused(string method, string path, string allowed)
    {
        var answer = await _loop.AskAsync(method, path, "{}");
        Assert.Equal((405, allowed), (answer.Status, Assert.Single(answer.ContentHeaders.Allow)));
    }
}
