using TrainingApis.Cegos;
using TrainingApis.Clients.Cegos;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;
using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Support.ScriptedHandler;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>
/// Lists read without a throttle limit, in virtual time: real pages, retries and waits against servers that take so many requests at once
/// or per second. 200 pages are 20,000 products.
/// </summary>
public class AdaptivePagingTests
{
    private const int Pages = 200;

    public enum Rule
    {
        AtOnce,
        PerSecond,
    }

    [Theory]
    [InlineData(Rule.AtOnce, 1, 1.25)]
    [InlineData(Rule.AtOnce, 3, 1.25)]
    [InlineData(Rule.AtOnce, 10, 1.25)]
    [InlineData(Rule.AtOnce, 50, 1.25)]
    [InlineData(Rule.PerSecond, 1, 1.25)]
    [InlineData(Rule.PerSecond, 3, 1.25)]
    [InlineData(Rule.PerSecond, 10, 1.25)]
    [InlineData(Rule.PerSecond, 50, 1.25)]
    [InlineData(Rule.AtOnce, 6, 1.5)] // a list of 200 pages is short for what is found out on the way
    [InlineData(Rule.PerSecond, 70, 1.5)]
    public async Task It_is_nearly_as_fast_as_the_best_fixed_limit_and_throttled_less_than_a_fixed_eight(Rule rule, int allowed,
        double ratio)
    {
        // Waits without Retry-After are random, so the middle one of five runs counts.
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

        var best = fixedLimits.Where(run => run.IsWhole).Min(run => run.Time);
        var report = $"{rule} {allowed}: adaptive {adaptive}; fixed {string.Join(", ", fixedLimits)}";
        TestContext.Current.TestOutputHelper!.WriteLine(report);
        Assert.All(runs, run => Assert.True(run.IsWhole, report));
        Assert.True(adaptive.Time <= best * ratio, report);
        Assert.True(!fixedLimits[7].IsWhole || adaptive.Throttled < fixedLimits[7].Throttled || adaptive.Throttled == 0, report);
        Assert.All(runs, run => Assert.InRange(run.MostAtOnce, 1, 8));
    }

    /// <summary>Reads the list and moves the clock whenever nothing but the clock can go on.</summary>
    private static async Task<Run> ReadAsync(Rule rule, int allowed, int? limit)
    {
        var time = new EventTime();
        var server = new Server(rule, allowed, time);
        var options = Connect.Options(server.Handler);
        var errors = new ErrorMap(new Redactor(), time, (_, _, _) => { });
        using var sender = new ApiSender(options, errors, time);
        var asks = new List<Task<ApiResponse>>();
        var model = CegosJsonContext.CreateModelJson();
        var source = new PageSource<Product>(
            (number, _) => new ApiRequest(CegosOperations.GetProducts, HttpMethod.Get,
                new Uri($"https://catalog.example.com/v1/Products?pageNumber={number}"), "v1/Products", "list"),
            (request, observer, ending) =>
            {
                var ask = sender.SendAsync(request, observer, ending);
                lock (asks)
                {
                    asks.Add(ask); // the list is also counted by the thread that moves the clock
                }

                return ask;
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
                    // Each request that has not ended waits for the clock: then, and only then, it may move.
                    int open;
                    bool isHeadDone;
                    lock (asks)
                    {
                        (open, isHeadDone) = (asks.Count(ask => !ask.IsCompleted), count < asks.Count && asks[count].IsCompleted);
                    }

                    // Once the page that is next in order has arrived, the list goes on by itself.
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
            // A fixed limit that the server does not take.
        }

        return new Run(limit, time.Elapsed.TotalSeconds, server.Throttled, server.MostAtOnce, count == Pages);
    }

    private static EnvelopeShape Shape { get; } = new("data");

    private sealed record Run(int? Limit, double Time, int Throttled, int MostAtOnce, bool IsWhole)
    {
        public override string ToString() =>
            FormattableString.Invariant($"[{Limit}] {Time:0.0} s, {Throttled} × 429, {MostAtOnce} at once{(IsWhole ? "" : ", failed")}");
    }

    /// <summary>A list of 200 pages, each in 100 ms, behind a limit.</summary>
    private sealed class Server
    {
        private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(100);
        private readonly object _gate = new();
        private long _second = -1;
        private int _inSecond;
        private int _inFlight;

        public Server(Rule rule, int allowed, EventTime time) => Handler = new ScriptedHandler(async (sent, ending) =>
        {
            lock (_gate)
            {
                var second = (long)time.Elapsed.TotalSeconds;
                (_second, _inSecond) = second == _second ? (_second, _inSecond) : (second, 0);
                if (rule == Rule.AtOnce ? _inFlight >= allowed : _inSecond >= allowed)
                {
                    Throttled++;
                    return rule == Rule.AtOnce ? Status(429) : Status(429, ("Retry-After", "1"));
                }

                _inSecond++;
                MostAtOnce = Math.Max(MostAtOnce, ++_inFlight);
            }

            await Task.Delay(Latency, time, ending);
            lock (_gate)
            {
                _inFlight--;
            }

            return Body(Catalogue.Page(Catalogue.PageOf(sent), Pages, Pages, first: Catalogue.PageOf(sent), count: 1));
        });

        public ScriptedHandler Handler { get; }

        public int Throttled { get; private set; }

        public int MostAtOnce { get; private set; }
    }
}
