using TrainingApis.Cegos;
using TrainingApis.Clients.Cegos;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;
using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Support.ScriptedHandler;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>
/// Tests lists without a throttle limit, in virtual time, against servers with a limit of concurrent requests or of requests per second.
/// 200 pages are 20,000 products.
/// </summary>
public class AdaptivePagingTests
{
    private const int Pages = 200;

    public enum Rule
    {
        Concurrent,
        PerSecond,
    }

    [Theory]
    [InlineData(Rule.Concurrent, 1, 1.25)]
    [InlineData(Rule.Concurrent, 3, 1.25)]
    [InlineData(Rule.Concurrent, 10, 1.25)]
    [InlineData(Rule.Concurrent, 50, 1.25)]
    [InlineData(Rule.PerSecond, 1, 1.25)]
    [InlineData(Rule.PerSecond, 3, 1.25)]
    [InlineData(Rule.PerSecond, 10, 1.25)]
    [InlineData(Rule.PerSecond, 50, 1.25)]
    [InlineData(Rule.Concurrent, 6, 1.5)] // 200 pages are few to find this limit
    [InlineData(Rule.PerSecond, 70, 1.5)]
    public async Task Is_nearly_as_fast_as_the_best_fixed_limit_and_less_throttled_than_a_fixed_limit_of_8(Rule rule, int allowed,
        double ratio)
    {
        // Waits without Retry-After are random, so the median of five runs is used.
        var runs = new List<Run>();
        for (var run = 0; run < 5; run++)
        {
            runs.Add(await ReadAsync(rule, allowed, null));
        }

        var adaptive = runs.OrderBy(run => run.Time).ElementAt(2);
        var fixedLimits = new List<Run>();
        for (var limit = 1; limit <= 8; limit++)
        {
            fixedLimits.Add(await ReadAsync(rule, allowed, limit));
        }

        var best = fixedLimits.Where(run => run.IsComplete).Min(run => run.Time);
        var report = $"{rule} {allowed}: adaptive {adaptive}; fixed {string.Join(", ", fixedLimits)}";
        TestContext.Current.TestOutputHelper!.WriteLine(report);
        Assert.All(runs, run => Assert.True(run.IsComplete, report));
        Assert.True(adaptive.Time <= best * ratio, report);
        Assert.True(!fixedLimits[7].IsComplete || adaptive.Throttled < fixedLimits[7].Throttled || adaptive.Throttled == 0, report);
        Assert.All(runs, run => Assert.InRange(run.MaxConcurrent, 1, 8));
    }

    /// <summary>Reads the list, and advances the clock when all requests wait for it.</summary>
    private static async Task<Run> ReadAsync(Rule rule, int allowed, int? limit)
    {
        var time = new EventTime();
        var server = new Server(rule, allowed, time);
        var options = Connect.Options(server.Handler);
        var errors = new ErrorMap(new Redactor(), time, (_, _, _) => { });
        using var sender = new ApiSender(options, errors, time);
        var responses = new List<Task<ApiResponse>>();
        var model = CegosJsonContext.CreateModelJson();
        var source = new PageSource<Product>(
            (number, _) => new ApiRequest(CegosOperations.GetProducts, HttpMethod.Get,
                new Uri($"https://catalog.example.com/v1/Products?pageNumber={number}"), "v1/Products", "list"),
            (request, observer, cancellation) =>
            {
                var sent = sender.SendAsync(request, observer, cancellation);
                lock (responses)
                {
                    responses.Add(sent); // the thread that advances the clock reads it too
                }

                return sent;
            },
            response => response.Decode(json => Envelope<Product>.Read(json, model, Shape, null)),
            product => product.YearlyProductCode, 100);
        var count = 0;
        try
        {
            await using var pages = new PagedList<Product>(source, null)
                .ReadAsync(new PageRequest { ThrottleLimit = limit }, TestContext.Current.CancellationToken).GetAsyncEnumerator();
            while (true)
            {
                var next = pages.MoveNextAsync().AsTask();
                while (!next.IsCompleted)
                {
                    // Advance the clock only if each request in flight waits for it.
                    int open;
                    bool isHeadDone;
                    lock (responses)
                    {
                        open = responses.Count(sent => !sent.IsCompleted);
                        isHeadDone = count < responses.Count && responses[count].IsCompleted;
                    }

                    // After the next page in order has arrived, the list continues without the clock.
                    if (time.Pending == open && open > 0 && !next.IsCompleted && !isHeadDone)
                    {
                        time.Advance();
                        continue;
                    }

                    await Task.Yield();
                }

                if (!await next)
                {
                    break;
                }

                count++;
                Assert.Equal(count, pages.Current.Number);
            }
        }
        catch (ApiException error) when (error.Kind == ApiErrorKind.RateLimited)
        {
            // The server does not allow this fixed limit.
        }

        return new Run(limit, time.Elapsed.TotalSeconds, server.Throttled, server.MaxConcurrent, count == Pages);
    }

    private static EnvelopeShape Shape { get; } = new("data");

    private sealed record Run(int? Limit, double Time, int Throttled, int MaxConcurrent, bool IsComplete)
    {
        public override string ToString() =>
            FormattableString.Invariant($"[{Limit}] {Time:0.0} s, {Throttled} × 429, {MaxConcurrent} concurrent")
                + (IsComplete ? "" : ", failed");
    }

    /// <summary>Represents a server of 200 pages, with a latency of 100 ms and a request limit.</summary>
    private sealed class Server
    {
        private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(100);
        private readonly object _gate = new();
        private long _second = -1;
        private int _inSecond;
        private int _inFlight;

        public Server(Rule rule, int allowed, EventTime time) => Handler = new ScriptedHandler(async (sent, cancellation) =>
        {
            lock (_gate)
            {
                var second = (long)time.Elapsed.TotalSeconds;
                (_second, _inSecond) = second == _second ? (_second, _inSecond) : (second, 0);
                if (rule == Rule.Concurrent ? _inFlight >= allowed : _inSecond >= allowed)
                {
                    Throttled++;
                    return rule == Rule.Concurrent ? Status(429) : Status(429, ("Retry-After", "1"));
                }

                _inSecond++;
                MaxConcurrent = Math.Max(MaxConcurrent, ++_inFlight);
            }

            await Task.Delay(Latency, time, cancellation);
            lock (_gate)
            {
                _inFlight--;
            }

            return Body(Catalogue.Page(Catalogue.PageOf(sent), Pages, Pages, first: Catalogue.PageOf(sent), count: 1));
        });

        public ScriptedHandler Handler { get; }

        public int Throttled { get; private set; }

        public int MaxConcurrent { get; private set; }
    }
}
