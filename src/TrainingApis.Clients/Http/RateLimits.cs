using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace TrainingApis.Clients.Http;

/// <summary>
/// Represents the rate limits in the headers of a vendor, so that requests wait before they are refused. The headers contain the remaining
/// requests until a time (<c>-Remaining</c>, <c>-Reset</c>), or the number of requests for each period (<c>-Limit</c>,
/// <c>-Slice-Period</c>). Times are epoch values in seconds or milliseconds, on the clock of the vendor. This type is thread-safe.
/// </summary>
/// <param name="families">The prefixes of the header names, such as <c>X-Rate-Limit</c>.</param>
internal sealed class RateLimits(params string[] families)
{
    private const long FirstMilliseconds = 100_000_000_000; // An epoch value with fewer digits is in seconds.
    private const long LastMilliseconds = 10_000_000_000_000; // The year 2286. A greater value is not a time.
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(366);
    private readonly object _gate = new();
    private readonly Dictionary<string, Window> _windows = families.ToDictionary(family => family, _ => new Window());

    /// <summary>Gets how long the next request must wait; zero if it may be sent now, and then it is counted.</summary>
    public TimeSpan TryAcquire(DateTimeOffset now)
    {
        lock (_gate)
        {
            foreach (var window in _windows.Values)
            {
                window.Renew(now);
            }

            if (Longest(now) is var wait && wait > TimeSpan.Zero && wait <= RetryAfter.Longest)
            {
                return wait;
            }

            foreach (var window in _windows.Values)
            {
                window.Left--;
            }

            return TimeSpan.Zero; // If the wait is too long, the request is sent, because the vendor may accept it.
        }
    }

    /// <summary>Reads the headers of a response.</summary>
    /// <returns>How long a refused request must wait; null if the headers do not specify it.</returns>
    public TimeSpan? Update(HttpResponseMessage response, DateTimeOffset now)
    {
        // The times of the vendor are on its own clock, because the clock of this computer can be wrong.
        var theirNow = response.Headers.Date ?? now;
        lock (_gate)
        {
            foreach (var (family, window) in _windows)
            {
                if (Read(response, family + "-Reset") is > 0 and < LastMilliseconds and var reset)
                {
                    window.Set(now + Within(Moment(reset) - theirNow), Read(response, family + "-Remaining"),
                        Read(response, family + "-Limit"), Read(response, family + "-Slice-Period"));
                }
            }
            return Longest(now) is var wait && wait > TimeSpan.Zero ? wait : null;
        }
    }

    private TimeSpan Longest(DateTimeOffset now) =>
        _windows.Values.Max(window => window.Left <= 0 && window.End > now ? window.End - now : TimeSpan.Zero);

    /// <summary>A period never lasts for years, but a clock can be wrong by years, and the addition must not overflow.</summary>
    private static TimeSpan Within(TimeSpan wait) => wait > Furthest ? Furthest : wait < -Furthest ? -Furthest : wait;

    private static DateTimeOffset Moment(long epoch) =>
        epoch >= FirstMilliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(epoch) : DateTimeOffset.FromUnixTimeSeconds(epoch);

    private static long? Read(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values)
            && long.TryParse(values.First().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed class Window
    {
        private TimeSpan _period;
        private long _limit;

        public DateTimeOffset End { get; private set; }

        public long Left { get; set; } = long.MaxValue;

        /// <summary>
        /// A period that has ended is followed by the next one. For the other limits, nothing is known until the next response.
        /// </summary>
        public void Renew(DateTimeOffset now)
        {
            if (End > now)
            {
                return;
            }

            Left = _period > TimeSpan.Zero ? _limit : long.MaxValue;
            End = _period > TimeSpan.Zero ? now + _period : End;
        }

        public void Set(DateTimeOffset end, long? remaining, long? limit, long? period)
        {
            var isSame = (end - End).Duration() < TimeSpan.FromMilliseconds(1);
            if (remaining is { } left)
            {
                Left = isSame ? Math.Min(Left, left) : end > End ? left : Left;
            }
            else if (limit is { } most && period is > 0 and < 3_600_000)
            {
                (_limit, _period) = (Math.Max(1, most), TimeSpan.FromMilliseconds(period.Value));
                Left = isSame ? Left : end > End ? _limit - 1 : Left;
            }
            if (end > End)
            {
                End = end;
            }
        }
    }
}

/// <summary>
/// Delays requests before the vendor refuses them, and adds the wait from other headers to a 429 without <c>Retry-After</c>. It is between
/// the retry and token handlers: a request that waits here has not been sent.
/// </summary>
internal sealed class RateLimitHandler(RateLimits? limits, int maximumAttempts, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (limits is null)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        while (limits.TryAcquire(time.GetUtcNow()) is var wait && wait > TimeSpan.Zero)
        {
            var call = ApiCall.Of(request);
            call.Observer?.OnWaiting(new ApiWait(call.Request.Api, call.Request.Operation.Name, "the limit of requests is reached", wait,
                call.Attempts + 1, maximumAttempts));
            await time.Delay(wait, cancellationToken).ConfigureAwait(false);
        }

        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (limits.Update(response, time.GetUtcNow()) is { } asked && response.StatusCode == HttpStatusCode.TooManyRequests
            && !response.Headers.Contains("Retry-After"))
        {
            response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(Math.Ceiling(asked.TotalSeconds)));
        }

        return response;
    }
}
