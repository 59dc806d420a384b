namespace TrainingApis.Clients.Http;

/// <summary>
/// Runs work once for all who wait for it. A caller who stops waiting leaves it to the others; when the last one has left it is
/// cancelled.
/// </summary>
internal sealed class SingleFlight<T>
{
    private readonly object _gate = new();
    private Flight? _flight;

    public async Task<T> RunAsync(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var flight = Join(work);
        try
        {
            return await flight.Task.WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(flight);
        }
    }

    private Flight Join(Func<CancellationToken, Task<T>> work)
    {
        lock (_gate)
        {
            _flight ??= new Flight(work);
            _flight.Waiting++;
            return _flight;
        }
    }

    private void Leave(Flight flight)
    {
        lock (_gate)
        {
            flight.Waiting--;
            // The first to leave one that has ended removes it.
            if (ReferenceEquals(_flight, flight) && (flight.Waiting == 0 || flight.Task.IsCompleted))
            {
                _flight = null;
            }

            if (flight.Waiting == 0)
            {
                flight.End();
            }
        }
    }

    private sealed class Flight
    {
        private readonly CancellationTokenSource _ending = new();

        // On the pool: whoever starts it must not run it under the lock, nor on a thread of its own that it wants back.
        public Flight(Func<CancellationToken, Task<T>> work) => Task = System.Threading.Tasks.Task.Run(() => work(_ending.Token));

        public Task<T> Task { get; }

        public int Waiting { get; set; }

        public void End()
        {
            _ending.Cancel();
            // observed
            _ = Task.ContinueWith(static ended => ended.Exception, default, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
    }
}
