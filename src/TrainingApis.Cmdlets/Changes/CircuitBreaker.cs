namespace TrainingApis.Cmdlets.Changes;

/// <summary>
/// Stops a run when outcomes in doubt follow each other, so that a vendor that is down does not leave hundreds of rows in doubt. Once a
/// probe succeeds one change is tried; only a definite outcome closes the breaker. Thread-safe.
/// </summary>
/// <param name="threshold">How many outcomes in doubt in a row open it.</param>
/// <param name="time">The clock.</param>
internal sealed class CircuitBreaker(int threshold, TimeProvider time)
{
    /// <summary>How long probes go on before the run ends.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private readonly object _gate = new();
    private TimeSpan _wait = FirstWait;
    private TimeSpan _waited;
    private int _inDoubt;

    /// <summary>Gets whether nothing may be sent.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_gate)
            {
                return _inDoubt >= threshold;
            }
        }
    }

    /// <summary>Gets whether one change at a time is tried, since the vendor has not answered one since the breaker opened.</summary>
    public bool IsOnTrial
    {
        get
        {
            lock (_gate)
            {
                return _waited > TimeSpan.Zero;
            }
        }
    }

    /// <summary>Gets the number of outcomes in doubt in a row.</summary>
    public int InDoubt => Volatile.Read(ref _inDoubt);

    /// <summary>Records the outcome of a change that was sent.</summary>
    public void Record(bool isInDoubt)
    {
        lock (_gate)
        {
            _inDoubt = isInDoubt ? _inDoubt + 1 : 0;
            if (!isInDoubt)
            {
                (_wait, _waited) = (FirstWait, TimeSpan.Zero);
            }
        }
    }

    /// <summary>Probes at growing intervals until a probe succeeds.</summary>
    /// <param name="probe">A harmless request; true where the vendor responds.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>False where no probe succeeded within <see cref="Limit"/>.</returns>
    public async Task<bool> ProbeAsync(Func<CancellationToken, Task<bool>> probe, CancellationToken cancellation)
    {
        while (_waited < Limit)
        {
            var wait = _wait < Limit - _waited ? _wait : Limit - _waited;
            await Task.Delay(wait, time, cancellation);
            lock (_gate)
            {
                _waited += wait;
                _wait = _wait * 2 < LongestWait ? _wait * 2 : LongestWait;
            }

            if (await probe(cancellation))
            {
                lock (_gate)
                {
                    _inDoubt = threshold - 1;
                }

                return true;
            }
        }

        return false;
    }
}
