namespace TrainingApis.Sandbox.Resamania;

/// <summary>One counter of the gateway: so many calls in a period, which starts with the first of them.</summary>
internal sealed class ResamaniaLimit
{
    private readonly TimeSpan _period;
    private DateTimeOffset _reset;
    private int _used;

    public ResamaniaLimit(int limit, TimeSpan period) => (Limit, _period) = (limit, period);

    public int Limit { get; }

    public int Remaining => Math.Max(0, Limit - _used);

    /// <summary>When the count starts again, in milliseconds since 1970.</summary>
    public long Reset => _reset.ToUnixTimeMilliseconds();

    public double PeriodMilliseconds => _period.TotalMilliseconds;

    /// <summary>Counts one call; false where it is one too many.</summary>
    public bool Take(DateTimeOffset now)
    {
        if (now >= _reset)
            (_reset, _used) = (now + _period, 0);
        _used++;
        return _used <= Limit;
    }
}
