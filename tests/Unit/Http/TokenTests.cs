using System.Globalization;
using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Support.ScriptedHandler;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>One token for each scope, renewed once for all.</summary>
public class TokenTests
{
    private static readonly RawRequest Read = new("GET", "v1/Things");
    private static readonly RawRequest Change = new("POST", "v1/Things") { HasBody = true, Body = "{}" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_token_call_is_as_the_vendor_wants_it()
    {
        var server = new ScriptedHandler(() => Body("{}"));
        using var api = Connect.Open(server);

        await api.AuthenticateAsync(null, Cancel);
        await api.SendAsync(Read, null, Cancel);
        await api.SendAsync(new RawRequest("GET", "v1/Registration/x") { Scope = "registration" }, null, Cancel);

        Assert.Equal(2, server.TokenCalls.Count);
        var call = server.TokenCalls[0];
        Assert.Equal("POST https://token.example.com/connect/token", call.ToString());
        Assert.Equal("application/x-www-form-urlencoded", call.Headers["Content-Type"]);
        Assert.Equal("grant_type=client_credentials&client_id=client-1&client_secret=s3cr3t%2F%2B%20%C3%A9%26%3Dplanted&scope=api-cegos",
            call.Body);
        Assert.EndsWith("&scope=api-registration", server.TokenCalls[1].Body);
        Assert.DoesNotContain("Authorization", call.Headers.Keys);
        Assert.Equal("Bearer token-1", server.Calls[0].Headers["Authorization"]);
        Assert.Equal("https://registration.example.com/v1/Registration/x", server.Calls[1].Url);
        Assert.Equal("Bearer token-2", server.Calls[1].Headers["Authorization"]);
    }

    [Fact]
    public async Task Fifty_callers_share_one_token_call()
    {
        var server = new ScriptedHandler(_ => Body("{}")) { Token = SlowToken };
        using var api = Connect.Open(server);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => api.SendAsync(Read, null, Cancel))));

        Assert.Single(server.TokenCalls);
        Assert.Equal(50, server.Calls.Count);
    }

    [Theory]
    [InlineData(3600, 3539, 1)]
    [InlineData(3600, 3541, 2)]
    [InlineData(40, 29, 1)]
    [InlineData(40, 31, 2)]
    [InlineData(0, 0, 2)]
    public async Task It_is_renewed_before_it_ends(int lifetime, int age, int calls)
    {
        var time = new VirtualTime();
        var server = new ScriptedHandler(_ => Body("{}"))
        {
            Token = (_, _) =>
            Task.FromResult(Body($$"""{"access_token":"t","expires_in":{{lifetime}}}"""))
        };
        using var api = Connect.Open(server, time);

        await api.SendAsync(Read, null, Cancel);
        Assert.Equal(time.GetUtcNow().AddSeconds(lifetime), api.TokenExpires);
        time.Advance(TimeSpan.FromSeconds(age));
        await api.SendAsync(Read, null, Cancel);

        Assert.Equal(calls, server.TokenCalls.Count);
    }

    [Theory]
    [InlineData("\"1800\"", 1800)]
    [InlineData("99999999999", 366 * 24 * 3600)]
    [InlineData("-1", 0)]
    [InlineData("null", 3600)]
    public async Task The_lifetime_may_be_odd(string lifetime, long seconds)
    {
        var time = new VirtualTime();
        var server = new ScriptedHandler(_ => Body("{}"))
        {
            Token = (_, _) =>
            Task.FromResult(Body($$"""{"access_token":"t","expires_in":{{lifetime}}}"""))
        };
        using var api = Connect.Open(server, time);

        await api.AuthenticateAsync(null, Cancel);

        Assert.Equal(time.GetUtcNow().AddSeconds(seconds), api.TokenExpires);
    }

    [Fact]
    public async Task The_lifetime_is_read_alike_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "~";
        CultureInfo.CurrentCulture = culture;
        try
        {
            await The_lifetime_may_be_odd("\"-1\"", 0);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("""{"error":"invalid_grant","error_description":"The client was removed."}""", "invalid_grant", "The client was removed.")]
    [InlineData("""{"error":"invalid_grant"}""", "invalid_grant", "invalid_grant")]
    [InlineData("""{"error":"The client was removed."}""", null, "The client was removed.")]
    [InlineData("""{"error":{"code":"E7","message":"The client was removed."}}""", "E7", "The client was removed.")]
    [InlineData("""{"error":true,"message":"The client was removed."}""", null, "The client was removed.")]
    [InlineData("""{"access_token":"","error":"invalid_grant","detail":"Gone"}""", "invalid_grant", "Gone")]
    public async Task A_token_response_with_an_error_keeps_the_reason(string body, string? code, string reason)
    {
        var server = new ScriptedHandler(_ => Body("{}")) { Token = (_, _) => Task.FromResult(Body(body)) };
        using var api = Connect.Open(server);

        var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(Change, null, Cancel));

        Assert.Equal((ApiErrorKind.AuthenticationFailed, code, reason), (error.Kind, error.Code, error.Reason));
        Assert.Equal($"Cannot get a token (200 OK): {reason.TrimEnd('.')}. Check the credentials and the token address.", error.Message);
        Assert.Empty(server.Calls);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"error":null}""")]
    [InlineData("[]")]
    public async Task A_token_response_without_a_token_or_an_error_is_not_as_documented(string body)
    {
        var server = new ScriptedHandler(_ => Body("{}")) { Token = (_, _) => Task.FromResult(Body(body)) };
        using var api = Connect.Open(server);

        var error = await Assert.ThrowsAsync<ApiException>(() => api.AuthenticateAsync(null, Cancel));

        Assert.Equal(ApiErrorKind.UnexpectedResponse, error.Kind);
        Assert.Contains("access_token", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_that_fail_with_the_same_token_share_one_renewal()
    {
        var arrived = 0;
        var all = new TaskCompletionSource();
        var server = new ScriptedHandler(async (sent, _) =>
        {
            if (sent.Headers["Authorization"] != "Bearer token-1")
            {
                return Body("{}");
            }

            if (Interlocked.Increment(ref arrived) == 20)
            {
                all.SetResult();
            }

            await all.Task;
            return Status(401);
        });
        using var api = Connect.Open(server);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => api.SendAsync(i % 2 == 0 ? Read : Change, null, Cancel)));

        Assert.Equal(2, server.TokenCalls.Count);
        Assert.Equal(40, server.Calls.Count);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_second_401_is_final(string method)
    {
        var server = new ScriptedHandler(() => Status(401, ("x-request-id", "r-1")));
        using var api = Connect.Open(server);

        var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(new RawRequest(method, "v1/Things"), null, Cancel));

        Assert.Equal((ApiErrorKind.AuthenticationFailed, 401, "r-1"), (error.Kind, error.StatusCode, error.RequestId));
        Assert.Equal(2, server.Calls.Count);
        Assert.Equal(2, server.TokenCalls.Count);
    }

    [Theory]
    [InlineData(400, "{\"error\":\"invalid_client\"}", "invalid_client")]
    [InlineData(401, "{\"error\":\"invalid_scope\",\"error_description\":\"no such scope\"}", "invalid_scope")]
    [InlineData(404, "<html><title>Not here</title></html>", null)]
    [InlineData(200, "{\"error\":\"invalid_grant\",\"error_description\":\"The client was removed.\"}", "invalid_grant")]
    public async Task A_refused_token_call_is_said_clearly(int status, string body, string? code)
    {
        var server = new ScriptedHandler(_ => Body("{}")) { Token = (_, _) => Task.FromResult(Text(body, "text/plain", status)) };
        using var api = Connect.Open(server);

        var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(Change, null, Cancel));

        Assert.Equal((ApiErrorKind.AuthenticationFailed, status, code, "Token"),
            (error.Kind, error.StatusCode, error.Code, error.Operation));
        Assert.Single(server.TokenCalls);
        Assert.Empty(server.Calls);
    }

    [Theory]
    [InlineData("{}", 200, ApiErrorKind.UnexpectedResponse, 1)]
    [InlineData("{\"access_token\":\"a\\r\\nb\"}", 200, ApiErrorKind.UnexpectedResponse, 1)]
    [InlineData("", 200, ApiErrorKind.UnexpectedResponse, 1)]
    [InlineData("", 503, ApiErrorKind.UnexpectedResponse, 5)]
    [InlineData("", 429, ApiErrorKind.RateLimited, 5)]
    public async Task A_change_whose_token_call_fails_was_never_sent(string body, int status, ApiErrorKind kind, int calls)
    {
        var server = new ScriptedHandler(_ => Body("{}")) { Token = (_, _) => Task.FromResult(Body(body, status)) };
        using var api = Connect.Open(server);

        var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(Change, null, Cancel));

        Assert.Equal(kind, error.Kind);
        Assert.Equal(calls, server.TokenCalls.Count);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task Who_stops_waiting_leaves_the_renewal_to_the_others()
    {
        var asked = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var server = new ScriptedHandler(_ => Body("{}"))
        {
            Token = async (_, ending) =>
            {
                asked.SetResult();
                await go.Task.WaitAsync(ending);
                return Body("""{"access_token":"t"}""");
            },
        };
        using var api = Connect.Open(server);
        using var impatient = new CancellationTokenSource();
        var first = api.SendAsync(Read, null, impatient.Token);
        await asked.Task;
        var second = api.SendAsync(Read, null, Cancel);

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        go.SetResult();

        Assert.Equal(200, (await second).StatusCode);
        Assert.Single(server.TokenCalls);
    }

    [Fact]
    public async Task When_nobody_waits_any_more_the_renewal_ends()
    {
        var asked = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        var server = new ScriptedHandler(_ => Body("{}"))
        {
            Token = async (_, ending) =>
            {
                asked.TrySetResult();
                ending.Register(() => ended.TrySetResult());
                await Task.Delay(-1, ending);
                return Status(500);
            },
        };
        using var api = Connect.Open(server);
        using var impatient = new CancellationTokenSource();
        var call = api.SendAsync(Read, null, impatient.Token);
        await asked.Task;

        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(5), Cancel);
    }

    [Fact]
    public async Task A_closed_connection_sends_nothing_and_has_forgotten_its_token()
    {
        var server = new ScriptedHandler(() => Body("{}"));
        var api = Connect.Open(server);
        await api.AuthenticateAsync(null, Cancel);

        api.Dispose();

        Assert.False(api.IsOpen);
        Assert.Null(api.TokenExpires);
        foreach (var call in new Func<Task>[] { () => api.SendAsync(Read, null, Cancel), () => api.AuthenticateAsync(null, Cancel), () =>
            api.PingAsync(null, Cancel), () => api.SendAsync(Change, null, Cancel) })
        {
            Assert.Equal(ApiErrorKind.NotConnected, (await Assert.ThrowsAsync<ApiException>(call)).Kind);
        }

        Assert.Empty(server.Calls);
        Assert.Single(server.TokenCalls);
    }

    private static async Task<HttpResponseMessage> SlowToken(Sent sent, CancellationToken ending)
    {
        await Task.Delay(50, ending);
        return Body("""{"access_token":"t","expires_in":3600}""");
    }
}
