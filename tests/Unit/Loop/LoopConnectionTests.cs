using TrainingApis.Loop;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Loop;

/// <summary>Keys, addresses and the list of files, in and out of shape.</summary>
public class LoopConnectionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void It_says_who_it_is_without_a_secret()
    {
        var api = new LoopWire("[]").Api;

        Assert.Equal((ApiService.Loop, "Loop", "public-k…", "API key and subscription key"),
            (api.Service, api.Name, api.Account, api.Authentication));
        Assert.Equal(LoopWire.Base + " " + LoopWire.Key, api.Identity);
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
    public void Keys_that_no_header_can_hold_are_refused(string key, string secret, string subscriptionKey)
    {
        var error = Assert.Throws<ApiException>(() => new LoopWire(() => ScriptedHandler.Body("[]"), options =>
            (options.Key, options.Secret, options.SubscriptionKey) = (key, Connect.Secure(secret), Connect.Secure(subscriptionKey))));

        Assert.Equal(ApiErrorKind.InvalidArgument, error.Kind);
        Assert.DoesNotContain("more", error.Message);
    }

    [Fact]
    public async Task A_domain_lets_keys_be_proved_and_without_one_nothing_is_sent()
    {
        var wire = new LoopWire("[]");
        await wire.Api.AuthenticateAsync(null, Cancel);
        Assert.Equal($"GET {LoopWire.Base}LOOPHUB", wire.Call.ToString());

        var bare = new LoopWire(() => ScriptedHandler.Body("[]"), options => options.Domain = null);
        await bare.Api.AuthenticateAsync(null, Cancel);
        Assert.Equal(ApiErrorKind.PreconditionFailed,
            (await Assert.ThrowsAsync<ApiException>(() => bare.Api.PingAsync(null, Cancel))).Kind);
        Assert.Equal(ApiErrorKind.InvalidArgument,
            (await Assert.ThrowsAsync<ApiException>(() => bare.Client.GetFoldersAsync(null, Cancel))).Kind);
        Assert.Empty(bare.Calls);
    }

    [Fact]
    public async Task A_vendor_that_repeats_a_secret_is_not_quoted()
    {
        var wire = new LoopWire($$"""{"message":"Clé {{LoopWire.Key}}:{{LoopWire.Secret}} et {{LoopWire.SubscriptionKey}} refusées"}""");

        Assert.Equal($"Clé {LoopWire.Key}:*** et *** refusées", (await wire.AddOfferAsync()).Message);
    }

    [Fact]
    public async Task Raw_calls_carry_the_keys_too()
    {
        var wire = new LoopWire("""{"ok":true}""");

        await wire.Api.SendAsync(new RawRequest("POST", "other/route") { HasBody = true, Body = "{}" }, null, Cancel);

        Assert.Equal($"POST {LoopWire.Base}other/route", wire.Call.ToString());
        Assert.Equal($"{LoopWire.Key}:{LoopWire.Secret}", wire.Call.Headers["x-apikey"]);
        Assert.Equal(ApiErrorKind.InvalidArgument,
            (await Assert.ThrowsAsync<ApiException>(() =>
            wire.Api.SendAsync(new RawRequest("GET", "x") { Scope = "Catalog" }, null, Cancel))).Kind);
    }

    [Fact]
    public async Task A_closed_connection_forgets_its_keys()
    {
        var wire = new LoopWire("[]");
        wire.Api.Dispose();

        Assert.Equal(ApiErrorKind.NotConnected, (await Assert.ThrowsAsync<ApiException>(wire.AddOfferAsync)).Kind);
        Assert.Empty(wire.Calls);
    }

    [Fact]
    public async Task One_file_an_unknown_member_and_a_number_for_a_code_are_read()
    {
        var folder = Assert.Single(await new LoopWire("""{"codeIbs":44212,"nom":null,"statut":{"x":1}}""").Client.GetFoldersAsync(null,
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
    public async Task A_list_that_is_none_is_an_unexpected_response(string body, string what)
    {
        var error = await Assert.ThrowsAsync<ApiException>(() => new LoopWire(body).Client.GetFoldersAsync(null, Cancel));

        Assert.Equal(ApiErrorKind.UnexpectedResponse, error.Kind);
        Assert.Contains(what, error.Message);
    }

    [Theory]
    [InlineData("""{"message":"Le domaine est inconnu"}""", 200)]
    [InlineData("\"Le domaine est inconnu\"", 200)]
    [InlineData("\"Le domaine est inconnu\"", 400)]
    public async Task Words_in_place_of_a_list_are_a_refusal(string body, int status)
    {
        var error = await Assert.ThrowsAsync<ApiException>(() => new LoopWire(body, status).Client.GetFoldersAsync(null, Cancel));

        Assert.Equal((ApiErrorKind.Rejected, "Le domaine est inconnu"), (error.Kind, error.Reason));
    }
}
