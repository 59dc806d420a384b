namespace TrainingApis.Clients.Http;

/// <summary>Asks again and again, ever more rarely, whether something that the vendor queued has ended.</summary>
internal sealed class Polling(TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private const double Jitter = 0.2;

    private readonly TimeProvider _time = time;
    private readonly Random _random = new();

    /// <summary>What was read last: ended, or not when the time is up. There is always at least one reading.</summary>
    public async Task<T> UntilAsync<T>(
        Func<CancellationToken, Task<T>> read, Func<T, bool> hasEnded, TimeSpan timeout, SemaphoreSlim? slots,
            CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        for (var wait = First; ; wait = wait * 2 < Longest ? wait * 2 : Longest)
        {
            var left = timeout - _time.GetElapsedTime(began);
            var pause = wait * (1 - (Jitter * _random.NextDouble()));
            // Decided before the wait: a timer may ring a little before its time by this clock.
            var last = pause >= left;
            await _time.Delay(!last ? pause : left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
            var seen = await ReadAsync(read, slots, cancellationToken).ConfigureAwait(false);
            if (last || hasEnded(seen) || _time.GetElapsedTime(began) >= timeout)
            {
                return seen;
            }
        }
    }

    private static async Task<T> ReadAsync<T>(Func<CancellationToken, Task<T>> read, SemaphoreSlim? slots,
        CancellationToken cancellationToken)
    {
        if (slots is null)
        {
            return await read(cancellationToken).ConfigureAwait(false);
        }

        await slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await read(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            slots.Release();
        }
    }
}
