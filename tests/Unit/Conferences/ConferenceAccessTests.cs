using TrainingApis.Clients;
using TrainingApis.Conferences;
using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Conferences.ConferenceCalls;

namespace TrainingApis.Tests.Unit.Conferences;

/// <summary>Three ways to prove who calls, each in headers or in the token call, never in an address.</summary>
public class ConferenceAccessTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Key_and_token_are_proved_by_a_read_of_the_ids()
    {
        var server = new ScriptedHandler(() => ScriptedHandler.Body("[]"));
        using var api = Open(Keys(server));
        await api.AuthenticateAsync(null, Cancel);

        Assert.Equal("GET " + Base + "conferences?fields=id", server.Calls.Single().ToString());
        Assert.Equal(("API key plan…", "API key and token", Base), (api.Account, api.Authentication, api.Identity));
        Assert.Null(api.TokenExpires);
    }

    [Fact]
    public async Task An_access_token_is_a_bearer_and_a_refusal_of_it_is_final()
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
    public async Task A_refresh_token_is_renewed_once_for_all_and_the_new_one_takes_its_place()
    {
        var tokens = 0;
        var server = new ScriptedHandler(sent =>
            sent.Headers["Authorization"] == "Bearer a1" ? ScriptedHandler.Status(401) : ScriptedHandler.Body("[]"))
        {
            Token = async (_, cancel) =>
            {
                await Task.Delay(20, cancel);
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
    public async Task No_secret_comes_back_out_of_an_error()
    {
        using var api = Open(Keys(new ScriptedHandler(() =>
            ScriptedHandler.Body("""{"error":{"message":"planted-api-key-123 and planted-token-456 are unknown","fields":[{"name":"planted-token-456"}]}}"""))));
        var error = await Assert.ThrowsAsync<ApiException>(() => api.Client().GetConferencesAsync(Cancel));

        Assert.Equal(("*** and *** are unknown", "***: is refused"), (error.Reason, error.FieldErrors.ToString()));
        Assert.DoesNotContain("planted", error.ToString());
    }

    [Fact]
    public void One_way_must_be_chosen()
    {
        var both = Keys();
        both.AccessToken = Support.Connect.Secure("x");
        var half = Keys();
        half.Token = null;
        var empty = Keys();
        empty.Token = new System.Security.SecureString();
        var refresh = Refresh();
        refresh.ClientId = null;
        foreach (var options in new[] { both, half, empty, refresh, new ConferenceOptions() })
        {
            Assert.Equal(ApiErrorKind.InvalidArgument, Assert.Throws<ApiException>(() => new ClientHost().OpenConference(options)).Kind);
        }
    }
}
