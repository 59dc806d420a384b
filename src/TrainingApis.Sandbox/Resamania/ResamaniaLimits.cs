using System.Globalization;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>The counters of one gateway key.</summary>
internal sealed class ResamaniaLimits
{
    private readonly ResamaniaLimit _quota;
    private readonly ResamaniaLimit _rate;
    private readonly ResamaniaLimit _spike;
    private readonly ResamaniaLimit? _itemRead;
    private readonly bool _arrestsSpikes;

    public ResamaniaLimits(IReadOnlyDictionary<ResamaniaLimitFamily, (int Limit, TimeSpan Period)> set)
    {
        _quota = Make(set, ResamaniaLimitFamily.Quota, 100_000, TimeSpan.FromDays(1));
        _rate = Make(set, ResamaniaLimitFamily.Rate, 2750, TimeSpan.FromMinutes(1));
        _spike = Make(set, ResamaniaLimitFamily.Spike, 30, TimeSpan.FromSeconds(1));
        _arrestsSpikes = set.ContainsKey(ResamaniaLimitFamily.Spike);
        if (set.ContainsKey(ResamaniaLimitFamily.ItemRead))
            _itemRead = Make(set, ResamaniaLimitFamily.ItemRead, 0, default);
    }

    /// <summary>Counts a call. What comes out says which limit it broke; null where none.</summary>
    public string? Take(bool isItemRead, DateTimeOffset now)
    {
        var spike = _spike.Take(now) || !_arrestsSpikes;
        var rate = _rate.Take(now);
        var quota = _quota.Take(now);
        var item = !isItemRead || _itemRead == null || _itemRead.Take(now);
        if (!spike)
            return $"Spike limit exceeded! You reached the limit of {_spike.Limit} requests per {_spike.PeriodMilliseconds} ms";
        if (!rate || !item)
            return $"Rate limit exceeded! You reached the limit of {(rate ? _itemRead! : _rate).Limit} requests per minute";
        return quota ? null : $"Quota exceeded! You reached the limit of {_quota.Limit} requests per day";
    }

    /// <summary>The three families, on every answer that the gateway let through or held back. <c>Retry-After</c> is not among them.</summary>
    public void Stamp(SandboxAnswer answer, bool isItemRead)
    {
        var rate = isItemRead && _itemRead != null ? _itemRead : _rate;
        answer.With("X-Quota-Limit", Text(_quota.Limit)).With("X-Quota-Remaining", Text(_quota.Remaining)).With("X-Quota-Reset", Text(_quota.Reset))
            .With("X-Rate-Limit-Limit", Text(rate.Limit)).With("X-Rate-Limit-Remaining", Text(rate.Remaining)).With("X-Rate-Limit-Reset", Text(rate.Reset))
            .With("X-Spike-Arrest-Limit", Text(_spike.Limit)).With("X-Spike-Arrest-Reset", Text(_spike.Reset))
            .With("X-Spike-Arrest-Slice-Period", Text((long)_spike.PeriodMilliseconds));
    }

    private static ResamaniaLimit Make(
        IReadOnlyDictionary<ResamaniaLimitFamily, (int Limit, TimeSpan Period)> set, ResamaniaLimitFamily family, int limit, TimeSpan period) =>
        set.TryGetValue(family, out var given) ? new ResamaniaLimit(given.Limit, given.Period) : new ResamaniaLimit(limit, period);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
