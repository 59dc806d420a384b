namespace TrainingApis.Clients.Http;

/// <summary>
/// Runs work once for all callers that wait for it. A caller can stop waiting; the work is cancelled when the last one has stopped.
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
            // The first caller to leave after the work has ended removes it.
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

        // It runs on the thread pool, so that it never runs under the lock or on the synchronization context of the caller.
        public Flight(Func<CancellationToken, Task<T>> work) => Task = System.Threading.Tasks.Task.Run(() => work(_ending.Token));

        public Task<T> Task { get; }

        public int Waiting { get; set; }

        public void End()
        {
            _ending.Cancel();
            // The exception was observed.
            _ = Task.ContinueWith(static ended => ended.Exception, default, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
    }
}
