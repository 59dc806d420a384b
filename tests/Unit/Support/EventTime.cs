namespace TrainingApis.Tests.Unit.Support;

/// <summary>Represents a clock that a test advances to the next timer, so that concurrent waits end in order of their duration.</summary>
internal sealed class EventTime : TimeProvider
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private readonly object _gate = new();
    private readonly SortedDictionary<(long Due, long Number), Timer> _timers = [];
    private long _ticks;
    private long _number;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Gets the number of pending waits.</summary>
    public int Pending { get { lock (_gate) { return _timers.Count; } } }

    public TimeSpan Elapsed => TimeSpan.FromTicks(GetTimestamp());

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 1, 15, 10, 0, 0, TimeSpan.Zero) + Elapsed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(this, () => callback(state), dueTime);

    /// <summary>Advances to the next timer and ends its wait.</summary>
    public void Advance()
    {
        Timer timer;
        lock (_gate)
        {
            var (key, next) = _timers.First();
            _timers.Remove(key);
            Interlocked.Exchange(ref _ticks, Math.Max(_ticks, key.Due));
            timer = next;
        }

        timer.Callback();
    }

    private sealed class Timer : ITimer
    {
        private readonly EventTime _time;
        private (long Due, long Number) _key;

        public Timer(EventTime time, Action callback, TimeSpan dueTime)
        {
            (_time, Callback) = (time, callback);
            Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        public Action Callback { get; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_time._gate)
            {
                _time._timers.Remove(_key);
                if (dueTime != Timeout.InfiniteTimeSpan && dueTime < Longest) // longer ones are timeouts of attempts
                {
                    _key = (_time._ticks + dueTime.Ticks, ++_time._number);
                    _time._timers.Add(_key, this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
