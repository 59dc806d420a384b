using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Support.ScriptedHandler;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>Tests that one token for each scope is shared by all requests, and renewed once.</summary>
public class TokenRenewalTests
{
    private static readonly RawRequest Read = new("GET", "v1/Things");
    private static readonly RawRequest Change = new("POST", "v1/Things") { HasBody = true, Body = "{}" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_callers_share_one_token_request()
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
    public async Task Renews_a_token_before_it_expires(int lifetime, int age, int calls)
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

    [Fact]
    public async Task Requests_rejected_with_the_same_token_share_one_renewal()
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
    public async Task Does_not_retry_a_second_401(string method)
    {
        var server = new ScriptedHandler(() => Status(401, ("x-request-id", "r-1")));
        using var api = Connect.Open(server);

        var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(new RawRequest(method, "v1/Things"), null, Cancel));

        Assert.Equal((ApiErrorKind.AuthenticationFailed, 401, "r-1"), (error.Kind, error.StatusCode, error.RequestId));
        Assert.Equal(2, server.Calls.Count);
        Assert.Equal(2, server.TokenCalls.Count);
    }

    [Fact]
    public async Task A_cancelled_caller_does_not_cancel_the_renewal_for_others()
    {
        var requested = new TaskCompletionSource();
        var respond = new TaskCompletionSource();
        var server = new ScriptedHandler(_ => Body("{}"))
        {
            Token = async (_, cancellation) =>
            {
                requested.SetResult();
                await respond.Task.WaitAsync(cancellation);
                return Body("""{"access_token":"t"}""");
            },
        };
        using var api = Connect.Open(server);
        using var cancel = new CancellationTokenSource();
        var first = api.SendAsync(Read, null, cancel.Token);
        await requested.Task;
        var second = api.SendAsync(Read, null, Cancel);

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        respond.SetResult();

        Assert.Equal(200, (await second).StatusCode);
        Assert.Single(server.TokenCalls);
    }

    [Fact]
    public async Task Cancels_the_renewal_after_all_callers_are_cancelled()
    {
        var requested = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        var server = new ScriptedHandler(_ => Body("{}"))
        {
            Token = async (_, cancellation) =>
            {
                requested.TrySetResult();
                cancellation.Register(() => ended.TrySetResult());
                await Task.Delay(-1, cancellation);
                return Status(500);
            },
        };
        using var api = Connect.Open(server);
        using var cancel = new CancellationTokenSource();
        var call = api.SendAsync(Read, null, cancel.Token);
        await requested.Task;

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(5), Cancel);
    }

    private static async Task<HttpResponseMessage> SlowToken(SentRequest sent, CancellationToken cancellation)
    {
        await Task.Delay(50, cancellation);
        return Body("""{"access_token":"t","expires_in":3600}""");
    }
}
