using TrainingApis.Loop;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Loop;

/// <summary>Tests the keys of a connection, and valid and invalid lists of client files.</summary>
public class LoopConnectionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Describes_the_connection_without_a_secret()
    {
        var api = new FakeLoop("[]").Api;

        Assert.Equal((ApiService.Loop, "Loop", "public-k…", "API key and subscription key"),
            (api.Service, api.Name, api.Account, api.Authentication));
        Assert.Equal(FakeLoop.Base + " " + FakeLoop.Key, api.Identity);
        Assert.Null(api.TokenExpires);
        Assert.Equal("https://api.cegid.com/loop-api-publiques/", new LoopOptions().BaseUri.AbsoluteUri);
    }

    [Theory]
    [InlineData("", "secret", "subscription")]
    [InlineData("key:more", "secret", "subscription")]
    [InlineData("key", "", "subscription")]
    [InlineData("key", "secret", "")]
    [InlineData("key", "sec\r\nret", "subscription")]
    [InlineData("key", "secret", "clé")]
    public void Rejects_keys_that_are_not_valid_in_a_header(string key, string secret, string subscriptionKey)
    {
        var error = Assert.Throws<ApiException>(() => new FakeLoop(() => ScriptedHandler.Body("[]"), options =>
            (options.Key, options.Secret, options.SubscriptionKey) = (key, Connect.Secure(secret), Connect.Secure(subscriptionKey))));

        Assert.Equal(ApiErrorKind.InvalidArgument, error.Kind);
        Assert.DoesNotContain("more", error.Message);
    }

    [Fact]
    public async Task Verifies_the_keys_with_a_domain_and_sends_nothing_without_one()
    {
        var loop = new FakeLoop("[]");
        await loop.Api.AuthenticateAsync(null, Cancel);
        Assert.Equal($"GET {FakeLoop.Base}LOOPHUB", loop.Call.ToString());

        var withoutDomain = new FakeLoop(() => ScriptedHandler.Body("[]"), options => options.Domain = null);
        await withoutDomain.Api.AuthenticateAsync(null, Cancel);
        Assert.Equal(ApiErrorKind.PreconditionFailed,
            (await Assert.ThrowsAsync<ApiException>(() => withoutDomain.Api.PingAsync(null, Cancel))).Kind);
        Assert.Equal(ApiErrorKind.InvalidArgument,
            (await Assert.ThrowsAsync<ApiException>(() => withoutDomain.Client.GetFoldersAsync(null, Cancel))).Kind);
        Assert.Empty(withoutDomain.Calls);
    }

    [Fact]
    public async Task Redacts_a_secret_in_a_message_of_the_vendor()
    {
        var loop = new FakeLoop($$"""{"message":"Clé {{FakeLoop.Key}}:{{FakeLoop.Secret}} et {{FakeLoop.SubscriptionKey}} refusées"}""");

        Assert.Equal($"Clé {FakeLoop.Key}:*** et *** refusées", (await loop.AddOfferAsync()).Message);
    }

    [Fact]
    public async Task Sends_the_keys_with_raw_requests()
    {
        var loop = new FakeLoop("""{"ok":true}""");

        await loop.Api.SendAsync(new RawRequest("POST", "other/route") { HasBody = true, Body = "{}" }, null, Cancel);

        Assert.Equal($"POST {FakeLoop.Base}other/route", loop.Call.ToString());
        Assert.Equal($"{FakeLoop.Key}:{FakeLoop.Secret}", loop.Call.Headers["x-apikey"]);
        Assert.Equal(ApiErrorKind.InvalidArgument,
            (await Assert.ThrowsAsync<ApiException>(() =>
            loop.Api.SendAsync(new RawRequest("GET", "x") { Scope = "Catalog" }, null, Cancel))).Kind);
    }

    [Fact]
    public async Task A_disposed_connection_sends_nothing()
    {
        var loop = new FakeLoop("[]");
        loop.Api.Dispose();

        Assert.Equal(ApiErrorKind.NotConnected, (await Assert.ThrowsAsync<ApiException>(loop.AddOfferAsync)).Kind);
        Assert.Empty(loop.Calls);
    }

    [Fact]
    public async Task Reads_a_single_file_an_unknown_member_and_a_numeric_code()
    {
        var folder = Assert.Single(await new FakeLoop("""{"codeIbs":44212,"nom":null,"statut":{"x":1}}""").Client.GetFoldersAsync(null,
            Cancel));

        Assert.Equal(("44212", null), (folder.CodeDossier, folder.LastName));
        Assert.Equal("""{"statut":{"x":1}}""", folder.AdditionalProperties.ToString());
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("[{\"objectId\":\"x\"}]", "codeIbs")]
    [InlineData("[{\"codeIbs\":\"A\"},{\"codeIbs\":null}]", "codeIbs")]
    [InlineData("[1]", "not an object")]
    [InlineData("[{\"codeIbs\":\"A\"}", "not valid JSON")]
    [InlineData("<html></html>", "HTML")]
    public async Task Rejects_a_response_that_is_not_a_list(string body, string what)
    {
        var error = await Assert.ThrowsAsync<ApiException>(() => new FakeLoop(body).Client.GetFoldersAsync(null, Cancel));

        Assert.Equal(ApiErrorKind.UnexpectedResponse, error.Kind);
        Assert.Contains(what, error.Message);
    }

    [Theory]
    [InlineData("""{"message":"Le domaine est inconnu"}""", 200)]
    [InlineData("\"Le domaine est inconnu\"", 200)]
    [InlineData("\"Le domaine est inconnu\"", 400)]
    public async Task Maps_a_message_instead_of_a_list_to_Rejected(string body, int status)
    {
        var error = await Assert.ThrowsAsync<ApiException>(() => new FakeLoop(body, status).Client.GetFoldersAsync(null, Cancel));

        Assert.Equal((ApiErrorKind.Rejected, "Le domaine est inconnu"), (error.Kind, error.Reason));
    }
}
