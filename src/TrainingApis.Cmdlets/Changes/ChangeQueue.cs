namespace TrainingApis.Cmdlets.Changes;

/// <summary>
/// Sends the changes of a run with a limited number at the same time, and provides their outcomes in the order of the input. The class is
/// independent of PowerShell and is used by one thread.
/// </summary>
/// <param name="throttleLimit">The maximum number of changes in flight.</param>
/// <param name="breaker">The circuit breaker, which determines when the run must pause.</param>
/// <param name="stop">The token that prevents new requests.</param>
internal sealed class ChangeQueue<TResult>(int throttleLimit, CircuitBreaker breaker, CancellationToken stop)
    where TResult : class
{
    private static readonly TimeSpan AbortWait = TimeSpan.FromMilliseconds(500);
    private readonly CancellationTokenSource _abort = new();
    private readonly Queue<(Task<ChangeOutcome<TResult>> Outcome, object? Target, int? Row)> _pending = new();
    private readonly List<Task> _inFlight = [];
    private readonly int[] _counts = new int[Enum.GetValues<ChangeState>().Length];
    private readonly TaskCompletionSource _allSent = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Gets the number of added changes.</summary>
    public int Added { get; private set; }

    /// <summary>Gets the number of changes with a known outcome.</summary>
    public int Done => Added - _pending.Count(change => !change.Outcome.IsCompleted);

    /// <summary>Gets the number of changes with a request in flight.</summary>
    public int InFlight => _inFlight.Count(sent => !sent.IsCompleted);

    /// <summary>Adds an outcome that is known without sending a request.</summary>
    public void Add(ChangeOutcome<TResult> outcome, object? target, int? row) => Enqueue(Task.FromResult(Count(outcome)), target, row);

    /// <summary>Sends a change as soon as fewer changes than the limit are in flight.</summary>
    /// <returns>False if the circuit breaker is open. Nothing was sent, and the run must pause.</returns>
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

        // The result of a change that an earlier run sent is usually available without waiting.
        var sent = run.IsDone ? SendAsync(run) : Task.Run(() => SendAsync(run), CancellationToken.None);
        _inFlight.Add(sent);
        Enqueue(CompleteAsync(run, sent), target, row);
        return true;
    }

    /// <summary>Waits until no request is in flight.</summary>
    public Task SettleAsync() => Task.WhenAll(_inFlight).WaitAsync(stop);

    /// <summary>Waits until no request is in flight, and allows the completions to start.</summary>
    public async Task EndAsync()
    {
        await SettleAsync();
        _allSent.TrySetResult();
    }

    /// <summary>Gets the next outcome in the order of the input, if its outcome is known.</summary>
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

    /// <summary>Waits for the next outcome, at most for the specified time. Returns false if there is none.</summary>
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
            // The outcome is not known yet.
        }

        stop.ThrowIfCancellationRequested();
        return true;
    }

    /// <summary>Creates the message about the wait for the requests in flight.</summary>
    public string CreateNotice(TimeSpan limit) => $"Waiting up to {limit.TotalSeconds:0} s for "
        + (InFlight == 1 ? "1 request" : $"{InFlight} requests")
        + " in flight, so that their outcomes are known. Press Ctrl+C again to stop waiting.";

    /// <summary>
    /// Waits for the requests in flight, so that their outcomes are written to the journal, then cancels the remaining ones. Call this
    /// method after the run was stopped.
    /// </summary>
    /// <param name="limit">The maximum time to wait.</param>
    /// <param name="endEarly">The token that ends the wait.</param>
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
            // The user has ended the wait.
        }

        _abort.Cancel();
        ended.Wait(AbortWait, CancellationToken.None);
    }

    /// <summary>Gets the current counts.</summary>
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

    /// <summary>Sends a change and informs the circuit breaker before another change is sent.</summary>
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

/// <summary>Represents the numbers of rows of a run by their outcome.</summary>
/// <param name="Succeeded">The number of rows that succeeded, or that the vendor already had.</param>
/// <param name="FromJournal">The number of rows that an earlier run sent.</param>
/// <param name="Rejected">The number of rows that were refused or could not be sent.</param>
/// <param name="InDoubt">The number of rows that were sent and whose outcome is unknown.</param>
/// <param name="NotSent">The number of rows that were received and not sent.</param>
internal sealed record RunSummary(int Succeeded, int FromJournal, int Rejected, int InDoubt, int NotSent)
{
    /// <summary>Gets the last line of a run with a journal: the counts, and how to send the remaining rows.</summary>
    /// <param name="command">The name of the command.</param>
    /// <param name="journal">The journal path as specified by the user.</param>
    /// <param name="isComplete">False if the run was stopped, so that there may be rows that the command did not receive.</param>
    public string ToText(string command, string journal, bool isComplete)
    {
        var text = $"{command}: {Succeeded} succeeded, {FromJournal} from journal, {Rejected} rejected, {InDoubt} in doubt, "
            + $"{NotSent} not sent.";
        if (isComplete && Rejected + InDoubt + NotSent == 0)
        {
            return text;
        }

        text += Rejected > 0 || (isComplete && NotSent > 0)
            ? " To send the rest, correct the rows with errors if necessary, and run the command again"
            : " To send the rest, run the same command again";
        text += $" with -Journal '{journal.Replace("'", "''", StringComparison.Ordinal)}'";
        return InDoubt > 0 ? text + "; add -RetryInDoubt once the changes in doubt are checked." : text + ".";
    }
}

/// <summary>Detects Ctrl+C while a command waits after its end. The process does not end.</summary>
internal sealed class ConsoleInterrupt : IDisposable
{
    private readonly CancellationTokenSource _pressed = new();

    /// <summary>Starts to listen for Ctrl+C.</summary>
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
