using System.Globalization;
using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Support.ScriptedHandler;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>Tests token requests: their form, the lifetime, and errors.</summary>
public class TokenTests
{
    private static readonly RawRequest Read = new("GET", "v1/Things");
    private static readonly RawRequest Change = new("POST", "v1/Things") { HasBody = true, Body = "{}" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sends_the_documented_token_request()
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

    [Theory]
    [InlineData("\"1800\"", 1800)]
    [InlineData("99999999999", 366 * 24 * 3600)]
    [InlineData("-1", 0)]
    [InlineData("null", 3600)]
    public async Task Accepts_unusual_lifetimes(string lifetime, long seconds)
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
    public async Task Reads_the_lifetime_independently_of_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "~";
        CultureInfo.CurrentCulture = culture;
        try
        {
            await Accepts_unusual_lifetimes("\"-1\"", 0);
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
    public async Task Keeps_the_reason_of_a_token_response_with_an_error(string body, string? code, string reason)
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
    public async Task Rejects_a_token_response_without_a_token_or_an_error(string body)
    {
        var server = new ScriptedHandler(_ => Body("{}")) { Token = (_, _) => Task.FromResult(Body(body)) };
        using var api = Connect.Open(server);

        var error = await Assert.ThrowsAsync<ApiException>(() => api.AuthenticateAsync(null, Cancel));

        Assert.Equal(ApiErrorKind.UnexpectedResponse, error.Kind);
        Assert.Contains("access_token", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "{\"error\":\"invalid_client\"}", "invalid_client")]
    [InlineData(401, "{\"error\":\"invalid_scope\",\"error_description\":\"no such scope\"}", "invalid_scope")]
    [InlineData(404, "<html><title>Not here</title></html>", null)]
    [InlineData(200, "{\"error\":\"invalid_grant\",\"error_description\":\"The client was removed.\"}", "invalid_grant")]
    public async Task Throws_AuthenticationFailed_for_a_rejected_token_request(int status, string body, string? code)
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
    public async Task Does_not_send_a_change_without_a_token(string body, int status, ApiErrorKind kind, int calls)
    {
        var server = new ScriptedHandler(_ => Body("{}")) { Token = (_, _) => Task.FromResult(Body(body, status)) };
        using var api = Connect.Open(server);

        var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(Change, null, Cancel));

        Assert.Equal(kind, error.Kind);
        Assert.Equal(calls, server.TokenCalls.Count);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task A_disposed_connection_sends_nothing_and_has_no_token()
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
}
