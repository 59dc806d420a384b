namespace TrainingApis.Cmdlets.Changes;

/// <summary>
/// Stops a run when outcomes in doubt follow each other, so that a vendor that is down does not leave hundreds of rows in doubt. Once a
/// probe succeeds one change is tried; only a definite outcome closes the breaker. Thread-safe.
/// </summary>
/// <param name="threshold">How many outcomes in doubt in a row open it.</param>
/// <param name="time">The clock.</param>
internal sealed class CircuitBreaker(int threshold, TimeProvider time)
{
    private const int LeastThreshold = 3;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private readonly object _gate = new();
    private TimeSpan _wait = FirstWait;
    private long? _probingSince;
    private int _inDoubt;

    /// <summary>Gets or sets how long probes go on before the run ends.</summary>
    public static TimeSpan Limit { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets how many outcomes in doubt in a row open it.</summary>
    public int Threshold => threshold;

    /// <summary>Gets whether nothing may be sent.</summary>
    public bool IsOpen => Volatile.Read(ref _inDoubt) >= threshold;

    /// <summary>Gets whether one change at a time is tried, since no change had a definite outcome since the first probe.</summary>
    public bool IsOnTrial
    {
        get
        {
            lock (_gate)
            {
                return _probingSince is not null;
            }
        }
    }

    /// <summary>Creates a breaker for a run.</summary>
    /// <param name="throttleLimit">How many changes may be in flight.</param>
    public static CircuitBreaker For(int throttleLimit) => new(Math.Max(LeastThreshold, throttleLimit + 1), TimeProvider.System);

    /// <summary>Records the outcome of a change that was sent.</summary>
    public void Record(bool isInDoubt)
    {
        lock (_gate)
        {
            if (isInDoubt)
            {
                _inDoubt++;
            }
            else
            {
                (_inDoubt, _wait, _probingSince) = (0, FirstWait, null);
            }
        }
    }

    /// <summary>Probes at growing intervals until a probe succeeds.</summary>
    /// <param name="probe">A harmless request; true where the vendor responds.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>False where no change had a definite outcome within <see cref="Limit"/> of the first probe.</returns>
    public async Task<bool> ProbeAsync(Func<CancellationToken, Task<bool>> probe, CancellationToken cancellation)
    {
        while (NextWait() is { } wait)
        {
            await Task.Delay(wait, time, cancellation);
            if (await probe(cancellation))
            {
                lock (_gate)
                {
                    _inDoubt = Math.Min(_inDoubt, threshold - 1);
                }

                return true;
            }
        }

        return false;
    }

    /// <summary>Gets how long to wait before the next probe; null where the time is up.</summary>
    private TimeSpan? NextWait()
    {
        lock (_gate)
        {
            _probingSince ??= time.GetTimestamp();
            var left = Limit - time.GetElapsedTime(_probingSince.Value);
            if (left <= TimeSpan.Zero)
            {
                return null;
            }

            var wait = _wait < left ? _wait : left;
            _wait = _wait * 2 < LongestWait ? _wait * 2 : LongestWait;
            return wait;
        }
    }
}

/// <summary>Finds out whether a vendor responds, before a run that was paused goes on.</summary>
/// <param name="api">The connection.</param>
internal sealed class VendorProbe(IApi api)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>Sends a harmless request. True where the vendor responds, though it may refuse.</summary>
    public async Task<bool> SendAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Timeout);
        try
        {
            await api.PingAsync(null, limit.Token);
            return true;
        }
        catch (ApiException error)
        {
            return error.Kind is not (ApiErrorKind.Unreachable or ApiErrorKind.Timeout or ApiErrorKind.UnexpectedResponse
                or ApiErrorKind.RateLimited);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Creates the warning of a run that pauses.</summary>
    /// <param name="inDoubt">The number of outcomes in doubt in a row.</param>
    public string CreateWarning(int inDoubt) => $"The outcomes of {inDoubt} changes in a row are unknown. No further row is sent until "
        + $"{api.Service} responds; trying for up to {CircuitBreaker.Limit.TotalMinutes:0} minutes.";

    /// <summary>Creates the error of a run that ends since the vendor did not recover.</summary>
    /// <param name="inDoubt">The number of outcomes in doubt in a row.</param>
    public ApiException CreateError(int inDoubt) => new(
        ApiErrorKind.VendorUnavailable,
        $"{api.Service} left {inDoubt} changes in a row in doubt and did not recover within {CircuitBreaker.Limit.TotalMinutes:0} minutes. "
            + "The remaining rows were not sent.")
    {
        Api = api.Service,
    };
}
