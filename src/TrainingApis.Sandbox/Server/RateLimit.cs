using System.Globalization;

namespace TrainingApis.Sandbox.Server;

/// <summary>Represents a limit of requests in a fixed period, and its three response headers. It is not thread-safe.</summary>
internal sealed class RateLimit(int limit, TimeSpan period)
{
    private DateTimeOffset _start = DateTimeOffset.MinValue;
    private int _count;

    public int Limit { get; } = limit;

    public TimeSpan Period { get; } = period;

    public int Remaining => Math.Max(0, Limit - _count);

    /// <summary>Gets when the current period ends.</summary>
    public DateTimeOffset Reset => _start + Period;

    /// <summary>Counts a request. Returns false when it exceeds the limit.</summary>
    public bool TryTake(DateTimeOffset now)
    {
        if (now >= Reset)
        {
            (_start, _count) = (now, 0);
        }

        _count++;
        return _count <= Limit;
    }

    /// <summary>Adds <c>{prefix}-Limit</c>, <c>{prefix}-Remaining</c> and <c>{prefix}-Reset</c> (Unix time in milliseconds).</summary>
    public void AddHeaders(Response response, string prefix)
    {
        response.With($"{prefix}-Limit", Limit.ToString(CultureInfo.InvariantCulture))
            .With($"{prefix}-Remaining", Remaining.ToString(CultureInfo.InvariantCulture))
            .With($"{prefix}-Reset", Reset.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
    }
}
