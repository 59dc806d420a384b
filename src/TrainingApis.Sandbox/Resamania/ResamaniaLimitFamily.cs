namespace TrainingApis.Sandbox.Resamania;

/// <summary>What the gateway counts.</summary>
public enum ResamaniaLimitFamily
{
    /// <summary>All calls of a day: <c>X-Quota-…</c>.</summary>
    Quota,

    /// <summary>All calls of a minute: <c>X-Rate-Limit-…</c>.</summary>
    Rate,

    /// <summary>All calls of a second: <c>X-Spike-Arrest-…</c>. Counted only once a test has set it: calls in memory take no time.</summary>
    Spike,

    /// <summary>Reads of one item; shown as <c>X-Rate-Limit-…</c> on those. There is none until a test sets one.</summary>
    ItemRead,
}
