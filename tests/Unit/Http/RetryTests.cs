using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Support.ScriptedHandler;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>Tests which requests are retried, and the wait before a retry.</summary>
public class RetryTests
{
    private static readonly RawRequest Change = new("POST", "v1/Things") { HasBody = true, Body = "{\"a\":1}" };
    private static readonly RawRequest Read = new("GET", "v1/Things");

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Retries_a_GET(int status)
    {
        var server = new ScriptedHandler(() => Status(status), () => Status(status), () => Body("{}"));
        var observer = new Recorder();
        using var api = Connect.Open(server);

        var response = await api.SendAsync(Read, observer, TestContext.Current.CancellationToken);

        Assert.Equal(200, response.StatusCode);
        Assert.Equal(3, server.Calls.Count);
        Assert.Equal([2, 3], observer.Waits.Select(wait => wait.NextAttempt));
        Assert.All(observer.Waits, wait => Assert.StartsWith($"{status} ", wait.Reason));
        Assert.Equal([1, 2, 3], observer.Exchanges.Where(exchange => exchange.Operation == "Request").Select(exchange => exchange.Attempt));
    }

    [Fact]
    public async Task Starts_no_attempt_and_cancels_the_wait_after_the_caller_stops()
    {
        using var stop = new CancellationTokenSource();
        var server = new ScriptedHandler(() => Status(429, ("Retry-After", "250")), () => Body("{}"));
        var observer = new Recorder { Stopping = stop.Token };
        observer.WhenWaiting = () => ThreadPool.QueueUserWorkItem(_ => stop.Cancel());
        using var api = Connect.Open(Connect.Options(server), TimeProvider.System);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => api.SendAsync(Change, observer, TestContext.Current.CancellationToken));

        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task Completes_and_does_not_retry_an_attempt_in_flight_after_the_caller_stops()
    {
        using var stop = new CancellationTokenSource();
        var server = new ScriptedHandler(() =>
        {
            stop.Cancel();
            return Status(429);
        });
        using var api = Connect.Open(server);

        var error = await Assert.ThrowsAsync<ApiException>(() =>
            api.SendAsync(Change, new Recorder { Stopping = stop.Token }, TestContext.Current.CancellationToken));

        Assert.Equal(ApiErrorKind.RateLimited, error.Kind);
        Assert.Single(server.Calls);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(409)]
    public async Task Does_not_retry_a_rejected_GET(int status)
    {
        var server = new ScriptedHandler(() => Status(status));
        using var api = Connect.Open(server);

        await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(Read, null, TestContext.Current.CancellationToken));

        Assert.Single(server.Calls);
    }

    [Theory]
    [InlineData(408, null, 1, ApiErrorKind.InDoubt)]
    [InlineData(429, null, 5, ApiErrorKind.RateLimited)]
    [InlineData(429, "1", 5, ApiErrorKind.RateLimited)]
    [InlineData(500, null, 1, ApiErrorKind.InDoubt)]
    [InlineData(500, "1", 1, ApiErrorKind.InDoubt)]
    [InlineData(502, null, 1, ApiErrorKind.InDoubt)]
    [InlineData(503, null, 1, ApiErrorKind.InDoubt)]
    [InlineData(500, "86400", 1, ApiErrorKind.InDoubt)]
    [InlineData(502, "86400", 1, ApiErrorKind.InDoubt)]
    [InlineData(503, "1", 1, ApiErrorKind.InDoubt)]
    [InlineData(503, "86400", 1, ApiErrorKind.InDoubt)]
    [InlineData(429, "86400", 1, ApiErrorKind.RateLimited)]
    [InlineData(302, null, 1, ApiErrorKind.InDoubt)]
    public async Task Retries_a_change_only_after_429(int status, string? retryAfter, int expected,
        ApiErrorKind kind)
    {
        var server = new ScriptedHandler(() => retryAfter is null ? Status(status) : Status(status, ("Retry-After", retryAfter)));
        using var api = Connect.Open(server);

        var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(Change, null, TestContext.Current.CancellationToken));

        Assert.Equal(kind, error.Kind);
        Assert.Equal(status, error.StatusCode);
        Assert.Equal(expected, server.Calls.Count);
        Assert.All(server.Calls, call => Assert.Equal("{\"a\":1}", call.Body));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("90", 90)]
    [InlineData("300", 300)]
    [InlineData("Thu, 15 Jan 2026 10:01:00 GMT", 60)] // relative to the Date header
    public async Task Waits_exactly_as_long_as_Retry_After(string retryAfter, int seconds)
    {
        var server = new ScriptedHandler(() => Status(429, ("Retry-After", retryAfter), ("Date", "Thu, 15 Jan 2026 10:00:00 GMT")), () =>
            Body("{}"));
        var (time, observer) = (new VirtualTime(), new Recorder());
        time.Advance(TimeSpan.FromHours(5)); // the local clock is wrong
        using var api = Connect.Open(server, time);

        await api.SendAsync(Read, observer, TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.Single(observer.Waits).Delay);
        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.Single(time.Waits));
    }

    [Fact]
    public async Task Uses_the_local_clock_without_a_Date_header()
    {
        var server = new ScriptedHandler(() => Status(429, ("Retry-After", "Thu, 15 Jan 2026 10:00:42 GMT")), () => Body("{}"));
        var observer = new Recorder();
        using var api = Connect.Open(server);

        await api.SendAsync(Read, observer, TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromSeconds(42), Assert.Single(observer.Waits).Delay);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("1.5")]
    [InlineData("")]
    [InlineData("Thu, 15 Jan 2015 10:00:00 GMT")]
    public async Task Uses_the_default_delay_if_Retry_After_is_invalid(string retryAfter)
    {
        var server = new ScriptedHandler(() => Status(429, ("Retry-After", retryAfter)), () => Body("{}"));
        var observer = new Recorder();
        using var api = Connect.Open(server);

        await api.SendAsync(Read, observer, TestContext.Current.CancellationToken);

        Assert.InRange(Assert.Single(observer.Waits).Delay, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData(429, "301")]
    [InlineData(503, "301")]
    [InlineData(429, "99999999999999999999999999")]
    [InlineData(429, "Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task Throws_immediately_if_Retry_After_exceeds_five_minutes(int status, string retryAfter)
    {
        var server = new ScriptedHandler(() => Status(status, ("Retry-After", retryAfter)));
        var observer = new Recorder();
        using var api = Connect.Open(server);

        var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(Read, observer, TestContext.Current.CancellationToken));

        Assert.Equal(ApiErrorKind.RateLimited, error.Kind);
        Assert.Equal(status, error.StatusCode);
        Assert.Single(server.Calls);
        Assert.Empty(observer.Waits);
    }

    [Fact]
    public async Task Delays_increase_and_have_jitter()
    {
        var all = new List<TimeSpan>();
        for (var run = 0; run < 5; run++)
        {
            var time = new VirtualTime();
            using var api = Connect.Open(new ScriptedHandler(() => Status(500)), time);
            var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(Read, null, TestContext.Current.CancellationToken));
            Assert.Equal(ApiErrorKind.UnexpectedResponse, error.Kind);
            Assert.Equal(4, time.Waits.Count);
            Assert.All(time.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(30)));
            all.AddRange(time.Waits);
        }
        Assert.True(all.Where((_, i) => i % 4 == 3).Average(wait => wait.TotalSeconds) > all.Where((_, i) => i % 4 == 0)
            .Average(wait => wait.TotalSeconds));
        Assert.True(all.Distinct().Count() > all.Count / 2);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(7, 8)]
    public async Task Retries_up_to_MaximumRetryCount(int retries, int calls)
    {
        var server = new ScriptedHandler(() => Status(503));
        var options = Connect.Options(server);
        options.MaximumRetryCount = retries;
        using var api = Connect.Open(options, new VirtualTime());

        await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(Read, null, TestContext.Current.CancellationToken));

        Assert.Equal(calls, server.Calls.Count);
    }

    [Fact]
    public async Task Cancels_a_wait_immediately()
    {
        using var cancel = new CancellationTokenSource();
        var server = new ScriptedHandler(() => Status(429, ("Retry-After", "120")));
        using var api = Connect.Open(Connect.Options(server));
        var reading = api.SendAsync(Read, new CancelOnWait(cancel), cancel.Token);

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            reading.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken));

        Assert.Equal(cancel.Token, error.CancellationToken);
        Assert.Single(server.Calls);
    }

    private sealed class CancelOnWait(CancellationTokenSource cancel) : IApiObserver
    {
        public void OnExchange(ApiExchange exchange) { }

        public void OnWaiting(ApiWait wait) => cancel.CancelAfter(20);
    }
}
