namespace TrainingApis.Tests.Unit.Support;

/// <summary>Represents a clock on which waits shorter than an hour end immediately and advance the time by their duration.</summary>
internal sealed class VirtualTime : TimeProvider
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private readonly object _gate = new();
    private DateTimeOffset _now = new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);

    /// <summary>Gets how much too early timers fire, as real timers do.</summary>
    public TimeSpan FiresEarlyBy { get; init; }

    /// <summary>Gets the waits, in order.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public void Advance(TimeSpan time)
    {
        lock (_gate)
        {
            _now += time;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan && dueTime < Longest)
        {
            Advance(dueTime > FiresEarlyBy ? dueTime - FiresEarlyBy : TimeSpan.Zero);
            lock (_gate)
            {
                Waits.Add(dueTime);
            }

            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }
        return new Idle();
    }

    private sealed class Idle : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() { }

        public ValueTask DisposeAsync() => default;
    }
}
