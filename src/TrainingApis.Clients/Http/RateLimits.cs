using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace TrainingApis.Clients.Http;

/// <summary>
/// Represents the limits in a vendor's headers, so that requests wait before they are refused: so many calls remain until a moment
/// (<c>-Remaining</c>, <c>-Reset</c>), or a slice of time takes so many (<c>-Limit</c>, <c>-Slice-Period</c>). Moments are epochs, in
/// milliseconds or seconds, on the vendor's clock. Safe to use from many threads.
/// </summary>
/// <param name="families">What the headers' names begin with, such as <c>X-Rate-Limit</c>.</param>
internal sealed class RateLimits(params string[] families)
{
    private const long FirstMilliseconds = 100_000_000_000; // an epoch of fewer digits is in seconds
    private const long LastMilliseconds = 10_000_000_000_000; // of the year 2286: what is beyond is no moment
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(366);
    private readonly object _gate = new();
    private readonly Dictionary<string, Window> _windows = families.ToDictionary(family => family, _ => new Window());

    /// <summary>How long the next call has to wait; zero where it may go, and then it is counted.</summary>
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

            return TimeSpan.Zero; // a wait too long to be waited for is the vendor's to refuse: the call may be allowed all the same
        }
    }

    /// <summary>Reads a response's headers.</summary>
    /// <returns>How long a call that was refused has to wait, or null where they do not say.</returns>
    public TimeSpan? Update(HttpResponseMessage response, DateTimeOffset now)
    {
        // Their moments are on their clock: ours may be wrong.
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

    /// <summary>No window is years away; a clock that is may be, and our calendar has an end.</summary>
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

        /// <summary>A slice that is over is replaced by the next; of other windows nothing is known until a response says it.</summary>
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
/// Delays requests before the vendor refuses them, and gives a 429 without <c>Retry-After</c> the wait that its other headers name. It
/// stands inside the retries and outside the token: a request that waits here has sent nothing.
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
