using TrainingApis.Clients;
using TrainingApis.Conferences;
using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Conferences.ConferenceCalls;

namespace TrainingApis.Tests.Unit.Conferences;

/// <summary>Tests the three authentication methods. Credentials are sent in headers or in the token request, never in a URL.</summary>
public class ConferenceAccessTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verifies_key_and_token_with_a_request_for_the_conference_ids()
    {
        var server = new ScriptedHandler(() => ScriptedHandler.Body("[]"));
        using var api = Open(Keys(server));
        await api.AuthenticateAsync(null, Cancel);

        Assert.Equal("GET " + Base + "conferences?fields=id", server.Calls.Single().ToString());
        Assert.Equal(("API key plan…", "API key and token", Base), (api.Account, api.Authentication, api.Identity));
        Assert.Null(api.TokenExpires);
    }

    [Fact]
    public async Task Sends_an_access_token_as_bearer_token_and_does_not_retry_a_401()
    {
        var server = new ScriptedHandler(() => ScriptedHandler.Status(401));
        var options = Keys(server);
        (options.ApiKey, options.Token, options.AccessToken) = (null, null, Support.Connect.Secure("access-1"));
        using var api = Open(options);
        var error = await Assert.ThrowsAsync<ApiException>(() => api.AuthenticateAsync(null, Cancel));

        Assert.Equal(ApiErrorKind.AuthenticationFailed, error.Kind);
        var call = Assert.Single(server.Calls);
        Assert.Equal("Bearer access-1", call.Headers["Authorization"]);
        Assert.DoesNotContain("apiKey", call.Headers.Keys);
    }

    [Fact]
    public async Task Uses_a_refresh_token_once_for_all_requests_and_then_the_new_one()
    {
        var tokens = 0;
        var server = new ScriptedHandler(sent =>
            sent.Headers["Authorization"] == "Bearer a1" ? ScriptedHandler.Status(401) : ScriptedHandler.Body("[]"))
        {
            Token = async (_, cancellation) =>
            {
                await Task.Delay(20, cancellation);
                var number = Interlocked.Increment(ref tokens);
                return ScriptedHandler.Body($$"""{"access_token":"a{{number}}","refresh_token":"refresh-{{number}}","expires_in":3600}""");
            },
        };
        using var api = Open(Refresh(server));
        await api.AuthenticateAsync(null, Cancel);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => api.Client().GetConferencesAsync(Cancel), Cancel)));

        Assert.Equal(
            [
                "grant_type=refresh_token&client_id=client-1&client_secret=s3cr3t%26&refresh_token=refresh-0",
                "grant_type=refresh_token&client_id=client-1&client_secret=s3cr3t%26&refresh_token=refresh-1",
            ],
            server.TokenCalls.Select(call => call.Body));
        Assert.Equal("client-1", api.Account);
    }

    [Fact]
    public async Task Redacts_secrets_in_errors()
    {
        using var api = Open(Keys(new ScriptedHandler(() =>
            ScriptedHandler.Body("""{"error":{"message":"planted-api-key-123 and planted-token-456 are unknown","fields":[{"name":"planted-token-456"}]}}"""))));
        var error = await Assert.ThrowsAsync<ApiException>(() => api.Client().GetConferencesAsync(Cancel));

        Assert.Equal(("*** and *** are unknown", "***: is refused"), (error.Reason, error.FieldErrors.ToString()));
        Assert.DoesNotContain("planted", error.ToString());
    }

    [Fact]
    public void Requires_exactly_one_complete_authentication_method()
    {
        var both = Keys();
        both.AccessToken = Support.Connect.Secure("x");
        var incomplete = Keys();
        incomplete.Token = null;
        var empty = Keys();
        empty.Token = new System.Security.SecureString();
        var refresh = Refresh();
        refresh.ClientId = null;
        foreach (var options in new[] { both, incomplete, empty, refresh, new ConferenceOptions() })
        {
            Assert.Equal(ApiErrorKind.InvalidArgument, Assert.Throws<ApiException>(() => new ClientHost().OpenConference(options)).Kind);
        }
    }
}
