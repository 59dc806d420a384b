using TrainingApis.Cmdlets.Errors;
using TrainingApis.Cmdlets.Journal;

namespace TrainingApis.Cmdlets.Changes;

/// <summary>
/// Sends one change on the thread pool, independent of the pipeline: journal, request, outcome. The outcome is written to the journal when
/// the response arrives, even if the pipeline no longer waits for it.
/// </summary>
/// <param name="change">The change.</param>
/// <param name="id">The identity of the change in the journal.</param>
/// <param name="journal">The journal; null for none.</param>
internal sealed class ChangeRun<TResult>(Change<TResult> change, ChangeId id, ChangeJournal? journal)
    where TResult : class
{
    /// <summary>Gets whether an earlier run sent the complete change.</summary>
    public bool IsDone => change.IsComplete is { } isComplete
        ? isComplete(NamesOf(state => state == JournalState.Succeeded))
        : change.Steps.All(step => StateOf(step) == JournalState.Succeeded);

    /// <summary>Gets whether an earlier run has sent a step whose outcome is unknown.</summary>
    public bool IsInDoubt => change.Steps.Any(IsStepInDoubt);

    /// <summary>Gets the names of the steps that an earlier run sent, including those with an unknown outcome.</summary>
    public IReadOnlyCollection<string> Begun => NamesOf(state => state is not (null or JournalState.Rejected));

    /// <summary>Sends the steps. This method does not throw.</summary>
    /// <param name="stop">The token that prevents further requests.</param>
    /// <param name="abort">The token that cancels a request in flight.</param>
    public async Task<ChangeOutcome<TResult>> SendAsync(CancellationToken stop, CancellationToken abort)
    {
        TResult? result = null;
        TResult? done = null; // the result if a later step fails
        var wasSent = false;
        var isDone = IsDone;
        try
        {
            foreach (var step in change.Steps)
            {
                (result, var source) = await StepAsync(step, result, stop, abort).ConfigureAwait(false);
                done = source == StepSource.Prepared || step.IsPreparatory ? done : result;
                wasSent |= source == StepSource.Sent;
            }

            return new(isDone ? ChangeState.FromJournal : wasSent ? ChangeState.Succeeded : ChangeState.NotNeeded, result, null);
        }
        catch (JournalException failure)
        {
            return failure.Outcome with { Result = failure.Outcome.Result ?? done };
        }
        catch (ApiException error)
        {
            return new(isDone ? ChangeState.FromJournal : StateOf(error), done, error);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new(isDone ? ChangeState.FromJournal : ChangeState.NotSent, done, null);
        }
        catch (Exception error)
        {
            return new(isDone ? ChangeState.FromJournal : ChangeState.NotSent, done, ErrorRecordFactory.Unforeseen(error));
        }
    }

    /// <summary>Waits for the completion of a sent change. This method does not throw.</summary>
    /// <param name="sent">The outcome of <see cref="SendAsync"/>.</param>
    /// <param name="allSent">The task that ends when the last change of the run has been sent.</param>
    /// <param name="stop">The token that ends the wait.</param>
    public async Task<ChangeOutcome<TResult>> CompleteAsync(ChangeOutcome<TResult> sent, Task allSent, CancellationToken stop)
    {
        if (change.Completion is null || sent.Result is null || sent.Error is not null)
        {
            return sent;
        }

        try
        {
            await allSent.WaitAsync(stop).ConfigureAwait(false);
            return sent with { Result = await change.Completion(sent.Result, stop).ConfigureAwait(false) };
        }
        catch (ApiException error)
        {
            // After a timeout, the pending object is returned as the result, together with the error.
            return error.Kind == ApiErrorKind.Timeout ? sent with { Error = error } : new(StateOf(error), null, error);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return sent;
        }
        catch (Exception error)
        {
            return sent with { Error = ErrorRecordFactory.Unforeseen(error) };
        }
    }

    private static ChangeState StateOf(ApiException error) => error.Kind switch
    {
        ApiErrorKind.InDoubt => ChangeState.InDoubt,
        ApiErrorKind.JournalNotWritable => ChangeState.NotSent,
        _ => ChangeState.Rejected,
    };

    private async Task<(TResult Result, StepSource Source)> StepAsync(
        ChangeStep<TResult> step, TResult? soFar, CancellationToken stop, CancellationToken abort)
    {
        if (StateOf(step) == JournalState.Succeeded)
        {
            var written = journal!.Find(id, step.Name)!.Reference;
            return (await step.Replay(soFar, written, stop).ConfigureAwait(false), StepSource.Journal);
        }

        stop.ThrowIfCancellationRequested();
        if (IsStepInDoubt(step) && step.Recover is { } recover && await recover(soFar, stop).ConfigureAwait(false) is { } found)
        {
            await EndAsync(step, JournalState.Succeeded, step.Reference(found), null, found).ConfigureAwait(false);
            return (found, StepSource.Sent);
        }

        if (step.Prepare is { } prepare && await prepare(soFar, Begun, stop).ConfigureAwait(false) is { } prepared)
        {
            if (IsStepInDoubt(step))
            {
                await EndAsync(step, JournalState.Rejected, null, nameof(ApiErrorKind.PreconditionFailed), null).ConfigureAwait(false);
            }

            return (prepared, StepSource.Prepared);
        }

        return (await (journal is null ? SendAsync(step, soFar, stop, abort) : SendJournaledAsync(step, soFar, stop, abort))
            .ConfigureAwait(false), StepSource.Sent);
    }

    private async Task<TResult> SendJournaledAsync(ChangeStep<TResult> step, TResult? soFar, CancellationToken stop,
        CancellationToken abort)
    {
        await journal!.StartAsync(id, step.Name).ConfigureAwait(false);
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
            // A cancelled change that may have reached the vendor is an ApiException of kind InDoubt, so this change did not reach the
            // vendor.
            await EndAsync(step, JournalState.Rejected, null, "PipelineStopped", null).ConfigureAwait(false);
            throw;
        }

        await EndAsync(step, JournalState.Succeeded, step.Reference(result), null, result).ConfigureAwait(false);
        return result;
    }

    /// <summary>Sends a step. An unexpected exception leaves it in doubt, because it may already have been sent.</summary>
    private static async Task<TResult> SendAsync(ChangeStep<TResult> step, TResult? soFar, CancellationToken stop, CancellationToken abort)
    {
        try
        {
            return await step.Send(soFar, abort).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not (ApiException or OutOfMemoryException)
            && !(error is OperationCanceledException && stop.IsCancellationRequested))
        {
            throw ErrorRecordFactory.Unforeseen(error, ApiErrorKind.InDoubt, $"The outcome of the step '{step.Name}' is unknown");
        }
    }

    /// <summary>Writes an outcome to the journal. If this fails, the result is returned together with the error.</summary>
    private async Task EndAsync(ChangeStep<TResult> step, JournalState state, string? reference, string? error, TResult? result)
    {
        try
        {
            await journal!.EndAsync(id, step.Name, state, reference, error).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is ApiException or ObjectDisposedException)
        {
            var outcome = $"The step '{step.Name}' ended as {state}{(reference is null ? string.Empty : $" ({reference})")}";
            throw new JournalException(new(
                state switch
                {
                    JournalState.Succeeded => ChangeState.Succeeded,
                    JournalState.InDoubt => ChangeState.InDoubt,
                    _ => ChangeState.Rejected,
                },
                step.IsPreparatory ? null : result,
                new ApiException(
                    ApiErrorKind.JournalNotWritable,
                    $"{outcome}, but the journal could not be written. The next run reports it as in doubt.",
                    failure)));
        }
    }

    private JournalState? StateOf(ChangeStep<TResult> step) => journal?.Find(id, step.Name)?.State;

    private bool IsStepInDoubt(ChangeStep<TResult> step) => StateOf(step) is JournalState.Started or JournalState.InDoubt;

    private string[] NamesOf(Func<JournalState?, bool> isWanted) =>
        [.. change.Steps.Where(step => isWanted(StateOf(step))).Select(step => step.Name)];

    /// <summary>Specifies the source of the result of a step.</summary>
    private enum StepSource
    {
        /// <summary>An earlier run sent the step.</summary>
        Journal,

        /// <summary>Nothing had to be sent.</summary>
        Prepared,

        /// <summary>The step was sent, or was found at the vendor after its outcome was unknown.</summary>
        Sent,
    }

    private sealed class JournalException(ChangeOutcome<TResult> outcome) : Exception(outcome.Error!.Message, outcome.Error)
    {
        public ChangeOutcome<TResult> Outcome { get; } = outcome;
    }
}
