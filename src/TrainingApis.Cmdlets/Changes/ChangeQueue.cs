namespace TrainingApis.Cmdlets.Changes;

/// <summary>
/// Sends the changes of a run, at most a number of them at a time, and gives their outcomes in the order of the input. Knows nothing of
/// PowerShell; one thread uses it.
/// </summary>
/// <param name="throttleLimit">How many changes may be in flight.</param>
/// <param name="breaker">Tells when the run must pause.</param>
/// <param name="stop">Once cancelled, nothing new is sent.</param>
internal sealed class ChangeQueue<TResult>(int throttleLimit, CircuitBreaker breaker, CancellationToken stop)
    where TResult : class
{
    private static readonly TimeSpan AbortWait = TimeSpan.FromMilliseconds(500);
    private readonly CancellationTokenSource _abort = new();
    private readonly Queue<(Task<ChangeOutcome<TResult>> Outcome, object? Target, int? Row)> _pending = new();
    private readonly List<Task> _inFlight = [];
    private readonly int[] _counts = new int[Enum.GetValues<ChangeState>().Length];
    private readonly TaskCompletionSource _allSent = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Gets the number of changes that were added.</summary>
    public int Added { get; private set; }

    /// <summary>Gets the number of changes whose outcome is known.</summary>
    public int Done => Added - _pending.Count(change => !change.Outcome.IsCompleted);

    /// <summary>Gets the number of changes with a request in flight.</summary>
    public int InFlight => _inFlight.Count(sent => !sent.IsCompleted);

    /// <summary>Adds an outcome that is known without sending anything.</summary>
    public void Add(ChangeOutcome<TResult> outcome, object? target, int? row) => Enqueue(Task.FromResult(Count(outcome)), target, row);

    /// <summary>Sends a change once there is a free place.</summary>
    /// <returns>False where the breaker is open: then nothing was sent, and the run has to pause.</returns>
    public async Task<bool> TryStartAsync(ChangeRun<TResult> run, object? target, int? row)
    {
        _inFlight.RemoveAll(sent => sent.IsCompleted);
        while (_inFlight.Count >= (breaker.IsOnTrial ? 1 : throttleLimit))
        {
            _inFlight.Remove(await Task.WhenAny(_inFlight).WaitAsync(stop));
        }

        stop.ThrowIfCancellationRequested();
        if (breaker.IsOpen)
        {
            return false;
        }

        // What an earlier run sent is at hand, mostly without waiting.
        var sent = run.IsDone ? SendAsync(run) : Task.Run(() => SendAsync(run), CancellationToken.None);
        _inFlight.Add(sent);
        Enqueue(CompleteAsync(run, sent), target, row);
        return true;
    }

    /// <summary>Waits until no request is in flight.</summary>
    public Task SettleAsync() => Task.WhenAll(_inFlight).WaitAsync(stop);

    /// <summary>Waits until no request is in flight, and lets completions begin.</summary>
    public async Task EndAsync()
    {
        await SettleAsync();
        _allSent.TrySetResult();
    }

    /// <summary>Gets the next outcome in the order of the input, if it is known.</summary>
    public bool TryTake(out ChangeOutcome<TResult> outcome, out object? target, out int? row)
    {
        if (_pending.TryPeek(out var next) && next.Outcome.IsCompleted)
        {
            _pending.Dequeue();
            (outcome, target, row) = (next.Outcome.Result, next.Target, next.Row);
            return true;
        }

        (outcome, target, row) = (null!, null, null);
        return false;
    }

    /// <summary>Waits for the next outcome, or for the given time. False where there is none to wait for.</summary>
    public async Task<bool> WaitForNextAsync(TimeSpan limit)
    {
        if (!_pending.TryPeek(out var next))
        {
            return false;
        }

        try
        {
            await next.Outcome.WaitAsync(limit, stop);
        }
        catch (TimeoutException)
        {
            // It is not known yet.
        }

        stop.ThrowIfCancellationRequested();
        return true;
    }

    /// <summary>Creates the notice that requests in flight are waited for.</summary>
    public string CreateNotice(TimeSpan limit) => $"Waiting up to {limit.TotalSeconds:0} s for "
        + (InFlight == 1 ? "1 request" : $"{InFlight} requests")
        + " in flight, so that their outcomes are known. Press Ctrl+C again to stop waiting.";

    /// <summary>
    /// Waits for the requests in flight, so that their outcomes are journaled, then cancels those that are left. To be called once the
    /// run has been stopped.
    /// </summary>
    /// <param name="limit">How long to wait.</param>
    /// <param name="endEarly">Ends the wait.</param>
    public void Drain(TimeSpan limit, CancellationToken endEarly)
    {
        var ended = Task.WhenAll(_pending.Select(change => change.Outcome));
        try
        {
            if (InFlight > 0)
            {
                Task.WhenAll(_inFlight).Wait((int)limit.TotalMilliseconds, endEarly);
            }
        }
        catch (OperationCanceledException)
        {
            // The user does not want to wait.
        }

        _abort.Cancel();
        ended.Wait(AbortWait, CancellationToken.None);
    }

    /// <summary>Gets the counts so far.</summary>
    /// <param name="received">The number of rows that the command received.</param>
    public RunSummary Summarize(int received)
    {
        int Of(ChangeState state) => Volatile.Read(ref _counts[(int)state]);
        var succeeded = Of(ChangeState.Succeeded) + Of(ChangeState.NotNeeded);
        var (known, rejected, inDoubt) = (Of(ChangeState.FromJournal), Of(ChangeState.Rejected), Of(ChangeState.InDoubt));
        return new(succeeded, known, rejected, inDoubt, Math.Max(0, received - succeeded - known - rejected - inDoubt));
    }

    private void Enqueue(Task<ChangeOutcome<TResult>> outcome, object? target, int? row)
    {
        Added++;
        _pending.Enqueue((outcome, target, row));
    }

    /// <summary>Sends a change and tells the breaker, before another change takes its place.</summary>
    private async Task<ChangeOutcome<TResult>> SendAsync(ChangeRun<TResult> run)
    {
        var outcome = await run.SendAsync(stop, _abort.Token).ConfigureAwait(false);
        if (outcome.State is ChangeState.Succeeded or ChangeState.Rejected or ChangeState.InDoubt)
        {
            breaker.Record(outcome.State == ChangeState.InDoubt);
        }

        return outcome;
    }

    private async Task<ChangeOutcome<TResult>> CompleteAsync(ChangeRun<TResult> run, Task<ChangeOutcome<TResult>> sent) =>
        Count(await run.CompleteAsync(await sent.ConfigureAwait(false), _allSent.Task, stop).ConfigureAwait(false));

    private ChangeOutcome<TResult> Count(ChangeOutcome<TResult> outcome)
    {
        Interlocked.Increment(ref _counts[(int)outcome.State]);
        return outcome;
    }
}

/// <summary>Counts what became of the rows of a run.</summary>
/// <param name="Succeeded">Sent and succeeded, or known to the vendor already.</param>
/// <param name="FromJournal">Sent by an earlier run.</param>
/// <param name="Rejected">Refused, or not sendable.</param>
/// <param name="InDoubt">Sent, outcome unknown.</param>
/// <param name="NotSent">Received and not sent.</param>
internal sealed record RunSummary(int Succeeded, int FromJournal, int Rejected, int InDoubt, int NotSent)
{
    /// <summary>Gets the line that ends a run with a journal: the counts, and how to send the rest.</summary>
    /// <param name="command">The command's name.</param>
    /// <param name="journal">The journal as it was given.</param>
    /// <param name="isComplete">False where the run was stopped, so that there may be rows that it did not receive.</param>
    public string ToText(string command, string journal, bool isComplete)
    {
        var text = $"{command}: {Succeeded} succeeded, {FromJournal} from journal, {Rejected} rejected, {InDoubt} in doubt, "
            + $"{NotSent} not sent.";
        if (isComplete && Rejected + InDoubt + NotSent == 0)
        {
            return text;
        }

        text += $" To send the rest, run the same command again with -Journal '{journal.Replace("'", "''", StringComparison.Ordinal)}'";
        return InDoubt > 0 ? text + "; add -RetryInDoubt once the changes in doubt are checked." : text + ".";
    }
}

/// <summary>Detects Ctrl+C while a command waits after its end. The process goes on.</summary>
internal sealed class ConsoleInterrupt : IDisposable
{
    private readonly CancellationTokenSource _pressed = new();

    /// <summary>Begins to listen.</summary>
    public ConsoleInterrupt() => Console.CancelKeyPress += OnPressed;

    /// <summary>Gets a token that is cancelled when Ctrl+C is pressed.</summary>
    public CancellationToken Pressed => _pressed.Token;

    public void Dispose() => Console.CancelKeyPress -= OnPressed;

    private void OnPressed(object? sender, ConsoleCancelEventArgs pressed)
    {
        pressed.Cancel = true;
        _pressed.Cancel();
    }
}
