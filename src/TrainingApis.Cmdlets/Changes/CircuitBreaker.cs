namespace TrainingApis.Cmdlets.Changes;

/// <summary>
/// Pauses a run after several consecutive outcomes in doubt, so that an unavailable vendor does not leave hundreds of rows in doubt. After
/// a successful probe, one change is sent at a time. Only a definite outcome closes the circuit breaker. This class is thread-safe.
/// </summary>
/// <param name="threshold">The number of consecutive outcomes in doubt that opens the circuit breaker.</param>
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

    /// <summary>Gets or sets the maximum time for probes before the run ends.</summary>
    public static TimeSpan Limit { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets the number of consecutive outcomes in doubt that opens the circuit breaker.</summary>
    public int Threshold => threshold;

    /// <summary>Gets whether the circuit breaker is open, so that nothing may be sent.</summary>
    public bool IsOpen => Volatile.Read(ref _inDoubt) >= threshold;

    /// <summary>
    /// Gets whether only one change is sent at a time, because no change has had a definite outcome since the first probe.
    /// </summary>
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

    /// <summary>Creates a circuit breaker for a run.</summary>
    /// <param name="throttleLimit">The maximum number of changes in flight.</param>
    public static CircuitBreaker For(int throttleLimit) => new(Math.Max(LeastThreshold, throttleLimit + 1), TimeProvider.System);

    /// <summary>Records the outcome of a sent change.</summary>
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

    /// <summary>Sends probes at increasing intervals until one succeeds.</summary>
    /// <param name="probe">Sends a request without side effects; true if the vendor responds.</param>
    /// <param name="cancellation">The token that ends the wait.</param>
    /// <returns>False if no change had a definite outcome within <see cref="Limit"/> after the first probe.</returns>
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

    /// <summary>Gets the time to wait before the next probe; null if the limit is reached.</summary>
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

/// <summary>Checks whether a vendor responds, before a paused run continues.</summary>
/// <param name="api">The connection.</param>
internal sealed class VendorProbe(IApi api)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>Sends a request without side effects. Returns true if the vendor responds, even if it refuses the request.</summary>
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

    /// <summary>Creates the warning about a paused run.</summary>
    /// <param name="inDoubt">The number of consecutive outcomes in doubt.</param>
    public string CreateWarning(int inDoubt) => $"The outcomes of {inDoubt} changes in a row are unknown. No further row is sent until "
        + $"{api.Service} responds; trying for up to {CircuitBreaker.Limit.TotalMinutes:0} minutes.";

    /// <summary>Creates the error of a run that ends because the vendor did not recover.</summary>
    /// <param name="inDoubt">The number of consecutive outcomes in doubt.</param>
    public ApiException CreateError(int inDoubt) => new(
        ApiErrorKind.VendorUnavailable,
        $"{api.Service} left {inDoubt} changes in a row in doubt and did not recover within {CircuitBreaker.Limit.TotalMinutes:0} minutes. "
            + "The remaining rows were not sent.")
    {
        Api = api.Service,
    };
}
