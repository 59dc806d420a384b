using System.Net;
using TrainingApis.Clients;
using TrainingApis.Conferences;
using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Conferences.ConferenceCalls;

namespace TrainingApis.Tests.Unit.Conferences;

/// <summary>Tests watches: the JSON of every option, and that no credential is returned.</summary>
public class ConferenceWatchTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sends_every_option_in_its_documented_form()
    {
        var watch = new NewWatch
        {
            SessionId = "0",
            Address = "https://example.com/hook?a=1",
            Name = "n",
            BasicCredential = new NetworkCredential("u", "planted-password"),
            Headers = [new SecretField("X-Custom", Support.Connect.Secure("planted-header"))],
            Schema = """{"who":"$.client.id"}""",
            Method = "post",
            Status = WatchStatus.Disabled,
            OAuth2 = [new SecretField("ClientSecret", Support.Connect.Secure("planted-secret")),
                new SecretField("grantType", Support.Connect.Secure("client_credentials"))],
            SigningKeyIds = ["k1"],
        };
        const string response = """
            {"id":31,"address":"https://example.com/hook?a=1","basicAuth":{"username":"u","password":"planted-password"},"httpRequestHeader":{"X-Custom":"planted-header"},
             "name":"has planted-secret","method":"POST","status":"disabled","signature":{"enabled":true,"keys":[{"id":"k1"}]},"extra":"planted-password"}
            """;
        var (created, call) = await SendAsync(response, client => client.WatchAsync(watch, Cancel));

        Assert.Equal("POST " + Base + "sessions/0/registrations/watch", call.ToString());
        Assert.Equal(
            """{"address":"https://example.com/hook?a=1","name":"n","basicAuth":{"username":"u","password":"planted-password"},"httpRequestHeader":{"X-Custom":"planted-header"},"schema":{"who":"$.client.id"},"method":"POST","status":"disabled","oauth2Auth":{"clientSecret":"planted-secret","grantType":"client_credentials"},"signature":{"enabled":true,"cryptoKeyIds":["k1"]}}""",
            call.Body);
        Assert.Equal(("31", "0", "has ***", WatchStatus.Disabled, true, "k1"),
            (created.WatchId, created.SessionId, created.Name, created.Status, created.Signed, created.SigningKeyId.ToString()));
        Assert.DoesNotContain("planted", string.Join(" ", created.GetType().GetProperties()
            .Select(property => property.GetValue(created))));
    }

    [Fact]
    public async Task Requires_only_an_address()
    {
        var (created, call) = await SendAsync("""{"watcherId":"w"}""", client =>
            client.WatchAsync(new NewWatch { SessionId = "40001", Address = "https://example.com/" }, Cancel));

        Assert.Equal("""{"address":"https://example.com/"}""", call.Body);
        Assert.Equal(("w", "40001", "https://example.com/", null, ""),
            (created.WatchId, created.SessionId, created.Address, created.Signed, created.SigningKeyId.ToString()));
    }

    [Theory]
    [InlineData("ftp://example.com/", null, null)]
    [InlineData("example.com", null, null)]
    [InlineData("https://planted:secret@example.com/", null, null)]
    [InlineData("https://example.com/", "{", null)]
    [InlineData("https://example.com/", null, "password")]
    public async Task Rejects_invalid_options_before_sending(string address, string? schema, string? oauth)
    {
        var server = new ScriptedHandler(() => ScriptedHandler.Body("{}"));
        using var api = Open(Keys(server));
        var watch = new NewWatch
        {
            SessionId = "0",
            Address = address,
            Schema = schema,
            OAuth2 = oauth is null ? null : [new SecretField(oauth, Support.Connect.Secure("planted"))]
        };
        var error = await Assert.ThrowsAsync<ApiException>(() => api.Client().WatchAsync(watch, Cancel));

        Assert.Equal(ApiErrorKind.InvalidArgument, error.Kind);
        Assert.DoesNotContain("planted", error.ToString());
        Assert.Empty(server.Calls);
    }

    [Theory]
    [InlineData("{}", ApiErrorKind.InDoubt)]
    [InlineData("", ApiErrorKind.InDoubt)]
    [InlineData("""{"error":"planted-password is no good"}""", ApiErrorKind.Rejected)]
    public async Task A_response_without_an_id_is_in_doubt(string body, ApiErrorKind kind)
    {
        var watch = new NewWatch
        {
            SessionId = "0",
            Address = "https://example.com/",
            BasicCredential = new NetworkCredential("u", "planted-password")
        };
        var error = await FailAsync(body, client => client.WatchAsync(watch, Cancel));

        Assert.Equal(kind, error.Kind);
        Assert.DoesNotContain("planted", error.ToString());
    }

    [Fact]
    public async Task Deletes_a_watch_at_the_watcher_URL()
    {
        var (_, call) = await SendAsync("", async client =>
            { await client.UnwatchAsync(new WatchRemoval { WatchId = "w/1" }, Cancel); return 0; }, 204);

        Assert.Equal("DELETE https://api.example.com/api/2.0/watchers/w%2F1", call.ToString());
    }

    [Fact]
    public void Rejects_a_watch_route_with_query_parameters()
    {
        var options = Keys();
        options.Routes = new Dictionary<string, string> { ["Watch"] = "POST watch query" };

        Assert.Equal(ApiErrorKind.InvalidArgument, Assert.Throws<ApiException>(() => new ClientHost().OpenConference(options)).Kind);
    }
}
