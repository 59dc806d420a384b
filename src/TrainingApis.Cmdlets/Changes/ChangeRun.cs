using TrainingApis.Cmdlets.Errors;
using TrainingApis.Cmdlets.Journal;

namespace TrainingApis.Cmdlets.Changes;

/// <summary>
/// Carries one change out on the thread pool, away from the pipeline: journal, send, outcome. What arrives is written down when it
/// arrives, whether or not anybody still waits for it to come out.
/// </summary>
/// <param name="change">What to do.</param>
/// <param name="command">The command's name, for the journal.</param>
/// <param name="journal">The journal, or null.</param>
/// <param name="key">The change's key in it.</param>
/// <param name="allSent">Ends when the last row has been sent: only then is anything waited for.</param>
internal sealed class ChangeRun<TResult>(Change<TResult> change, string command, ChangeJournal? journal, string key, Task allSent)
    where TResult : class
{
    private readonly int _occurrence = journal?.Count(key) ?? 1;
    private readonly TaskCompletionSource _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when nothing of it is in the air any more; what is left is waiting.</summary>
    public Task Sent => _sent.Task;

    /// <summary>True where an earlier run has done all of it.</summary>
    public bool IsDone => change.Steps.All(step => StateOf(step) == JournalState.Succeeded);

    /// <summary>True where a step left in an earlier run, and nobody knows what became of it.</summary>
    public bool IsInDoubt => change.Steps.Any(step => StateOf(step) is JournalState.Started or JournalState.InDoubt);

    /// <param name="stop">From then on nothing new is sent, and nothing is waited for.</param>
    /// <param name="abort">Gives up what is in the air.</param>
    public async Task<ChangeOutcome<TResult>> ExecuteAsync(CancellationToken stop, CancellationToken abort)
    {
        TResult? result = null;
        try
        {
            try
            {
                foreach (var step in change.Steps)
                {
                    result = await StepAsync(step, result, stop, abort).ConfigureAwait(false);
                }
            }
            finally
            {
                _sent.TrySetResult();
            }

            if (change.Completion is null)
            {
                return new ChangeOutcome<TResult>(result, null);
            }

            await allSent.WaitAsync(stop).ConfigureAwait(false);
            return await WaitAsync(change.Completion, result!, stop).ConfigureAwait(false);
        }
        catch (JournalFailure failure)
        {
            return new ChangeOutcome<TResult>((TResult?)failure.Result ?? result, failure.Error);
        }
        catch (ApiException error)
        {
            return new ChangeOutcome<TResult>(result, error);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new ChangeOutcome<TResult>(result, null);
        }
        catch (Exception error)
        {
            return new ChangeOutcome<TResult>(result, ErrorRecordFactory.Unforeseen(error));
        }
    }

    /// <summary>What has not ended in time comes out as it is, beside the error; what ended badly is an error only.</summary>
    private static async Task<ChangeOutcome<TResult>> WaitAsync(
        Func<TResult, CancellationToken, Task<TResult>> wait, TResult sent, CancellationToken cancellation)
    {
        try
        {
            return new ChangeOutcome<TResult>(await wait(sent, cancellation).ConfigureAwait(false), null);
        }
        catch (ApiException error)
        {
            return new ChangeOutcome<TResult>(error.Kind is ApiErrorKind.Timeout ? sent : null, error);
        }
    }

    private async Task<TResult> StepAsync(ChangeStep<TResult> step, TResult? soFar, CancellationToken stop, CancellationToken abort)
    {
        if (StateOf(step) == JournalState.Succeeded)
        {
            return await step.Replay(soFar, journal!.Find(key, _occurrence, step.Name)!.Reference, stop).ConfigureAwait(false);
        }

        stop.ThrowIfCancellationRequested();
        if (journal is null)
        {
            return await SendAsync(step, soFar, stop, abort).ConfigureAwait(false);
        }

        if (step.Recover is not null && StateOf(step) is JournalState.Started or JournalState.InDoubt
            && await step.Recover!(soFar, stop).ConfigureAwait(false) is { } done)
        {
            await EndAsync(step, JournalState.Succeeded, step.Reference(done), null, done).ConfigureAwait(false);
            return done;
        }

        await journal.StartAsync(command, key, _occurrence, step.Name).ConfigureAwait(false);
        TResult result;
        try
        {
            stop.ThrowIfCancellationRequested();
            result = await SendAsync(step, soFar, stop, abort).ConfigureAwait(false);
        }
        catch (ApiException error)
        {
            var state = error.Kind is ApiErrorKind.InDoubt ? JournalState.InDoubt : JournalState.Rejected;
            await EndAsync(step, state, null, error.Kind.ToString(), null).ConfigureAwait(false);
            throw;
        }
        catch (OperationCanceledException)
        {
            // The clients' word: a change that may have reached the vendor ends as InDoubt, so this one did not.
            await EndAsync(step, JournalState.Rejected, null, "PipelineStopped", null).ConfigureAwait(false);
            throw;
        }

        await EndAsync(step, JournalState.Succeeded, step.Reference(result), null, result).ConfigureAwait(false);
        return result;
    }

    /// <summary>What nobody foresaw leaves a change in doubt: it may have been made by then.</summary>
    private static async Task<TResult> SendAsync(ChangeStep<TResult> step, TResult? soFar, CancellationToken stop, CancellationToken abort)
    {
        try
        {
            return await step.Send(soFar, abort).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not (ApiException or OutOfMemoryException)
            && !(error is OperationCanceledException && stop.IsCancellationRequested))
        {
            throw ErrorRecordFactory.Unforeseen(error, ApiErrorKind.InDoubt,
                $"The step '{step.Name}' was begun, and does not say whether it happened");
        }
    }

    /// <summary>An outcome that cannot be written down must not hide what happened: the result comes out, and the error beside
    /// it.</summary>
    private async Task EndAsync(ChangeStep<TResult> step, JournalState state, string? reference, string? error, TResult? result)
    {
        try
        {
            await journal!.EndAsync(command, key, _occurrence, step.Name, state, reference, error).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is ApiException or ObjectDisposedException)
        {
            throw new JournalFailure(result, new ApiException(
                ApiErrorKind.JournalNotWritable,
                $"The step '{step.Name}' ended as {state}{(reference is null ? string.Empty : $" ({reference})")}, but that could not "
                    + $"be written to the journal; the next run will call it in doubt.",
                failure));
        }
    }

    private JournalState? StateOf(ChangeStep<TResult> step) => journal?.Find(key, _occurrence, step.Name)?.State;

    private sealed class JournalFailure(object? result, ApiException error) : Exception(error.Message, error)
    {
        public object? Result { get; } = result;

        public ApiException Error { get; } = error;
    }
}
