using TrainingApis.Cmdlets.Changes;
using TrainingApis.Cmdlets.Journal;
using TrainingApis.Tests.Unit.Journal;
using Xunit;

namespace TrainingApis.Tests.Unit.Changes;

/// <summary>Tests how sending one change ends: stopped, with a journal that cannot be written, with a completion.</summary>
public sealed class ChangeRunEndTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abort = new();

    public void Dispose()
    {
        _folder.Dispose();
        _stop.Dispose();
        _abort.Dispose();
    }

    [Fact]
    public async Task Sends_and_writes_nothing_after_the_run_is_stopped()
    {
        var step = FakeStep.Succeeding("1");
        await _stop.CancelAsync();
        using (var journal = EarlierRun.Open(_folder.Journal))
        {
            Assert.Equal(new(ChangeState.NotSent, null, null), await SendAsync(Run(journal, step)));
        }

        Assert.Empty(step.Calls);
        Assert.Empty(EarlierRun.StatesOf(_folder.Journal));
    }

    [Fact]
    public async Task Does_not_send_a_step_if_the_run_is_stopped_while_its_line_is_written()
    {
        var step = FakeStep.Succeeding("1");
        var disk = new FailingFile(_folder.Journal);
        using (var journal = new ChangeJournal(new JournalFile(_folder.Journal, disk), []))
        {
            disk.Gate.Reset();
            var sending = Task.Run(() => SendAsync(Run(journal, step)), TestContext.Current.CancellationToken);
            Assert.True(SpinWait.SpinUntil(() => disk.WriteCount == 1, TimeSpan.FromSeconds(20)));
            await _stop.CancelAsync();
            disk.Gate.Set();
            Assert.Equal(new(ChangeState.NotSent, null, null), await sending);
        }

        Assert.Empty(step.Calls);
        Assert.Equal(["create Started", "create Rejected PipelineStopped"], EarlierRun.StatesOf(_folder.Journal));
    }

    [Fact]
    public async Task A_request_in_flight_completes_after_the_run_is_stopped_and_its_outcome_is_written()
    {
        var response = new TaskCompletionSource<Thing>(TaskCreationOptions.RunContinuationsAsynchronously);
        var step = new FakeStep("create", cancellation => response.Task.WaitAsync(cancellation));
        using (var journal = EarlierRun.Open(_folder.Journal))
        {
            var sending = Task.Run(() => SendAsync(Run(journal, step)), TestContext.Current.CancellationToken);
            Assert.True(SpinWait.SpinUntil(() => !step.Calls.IsEmpty, TimeSpan.FromSeconds(20)));
            await _stop.CancelAsync();
            response.SetResult(Thing.Sent("1"));
            Assert.Equal(new(ChangeState.Succeeded, Thing.Sent("1"), null), await sending);
        }

        Assert.Equal(["create Started", "create Succeeded 1"], EarlierRun.StatesOf(_folder.Journal));
    }

    [Fact]
    public async Task A_request_that_is_aborted_before_it_was_sent_can_be_sent_again()
    {
        var step = new FakeStep("create", async cancellation =>
        {
            await _stop.CancelAsync();
            await _abort.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
            return Thing.Sent("1");
        });
        using (var journal = EarlierRun.Open(_folder.Journal))
        {
            Assert.Equal(new(ChangeState.NotSent, null, null), await SendAsync(Run(journal, step)));
        }

        Assert.Equal(["create Started", "create Rejected PipelineStopped"], EarlierRun.StatesOf(_folder.Journal));
    }

    [Fact]
    public async Task An_unrequested_cancellation_sets_the_step_to_in_doubt()
    {
        var step = new FakeStep("create", _ => throw new OperationCanceledException());
        using var journal = EarlierRun.Open(_folder.Journal);
        Assert.Equal(ChangeState.InDoubt, (await SendAsync(Run(journal, step))).State);
    }

    [Fact]
    public async Task Sends_nothing_if_the_start_cannot_be_written()
    {
        var step = FakeStep.Succeeding("1");
        using var journal = Failing(new FailingFile(_folder.Journal) { WriteFails = true });
        var outcome = await SendAsync(Run(journal, step));
        Assert.Equal((ChangeState.NotSent, ApiErrorKind.JournalNotWritable), (outcome.State, outcome.Error!.Kind));
        Assert.Empty(step.Calls);
    }

    [Theory]
    [InlineData(null, ChangeState.Succeeded, "Succeeded (1)")]
    [InlineData(ApiErrorKind.Conflict, ChangeState.Rejected, "Rejected")]
    [InlineData(ApiErrorKind.InDoubt, ChangeState.InDoubt, "InDoubt")]
    public async Task Reports_an_outcome_that_cannot_be_written(ApiErrorKind? kind, object state, string ended)
    {
        var disk = new FailingFile(_folder.Journal);
        var step = new FakeStep("create", _ =>
        {
            disk.WriteFails = true;
            return kind is { } failure ? throw new ApiException(failure, "No.") : Task.FromResult(Thing.Sent("1"));
        });
        using var journal = Failing(disk);
        var outcome = await SendAsync(Run(journal, step));
        Assert.Equal((ChangeState)state, outcome.State);
        Assert.Equal(kind is null ? Thing.Sent("1") : null, outcome.Result);
        Assert.Equal(ApiErrorKind.JournalNotWritable, outcome.Error!.Kind);
        Assert.Equal($"The step 'create' ended as {ended}, but the journal could not be written. The next run reports it as in doubt.",
            outcome.Error.Message);
    }

    [Fact]
    public async Task Reports_an_outcome_received_after_the_journal_was_closed()
    {
        var journal = EarlierRun.Open(_folder.Journal);
        var outcome = await SendAsync(Run(journal, new FakeStep("create", _ =>
        {
            journal.Dispose();
            return Task.FromResult(Thing.Sent("1"));
        })));
        Assert.Equal((ChangeState.Succeeded, Thing.Sent("1")), (outcome.State, outcome.Result));
        Assert.Equal(ApiErrorKind.JournalNotWritable, outcome.Error!.Kind);
    }

    [Fact]
    public async Task A_completion_waits_until_all_changes_are_sent()
    {
        var allSent = new TaskCompletionSource();
        var run = WithCompletion((sent, _) => Task.FromResult(sent with { From = "completed" }));
        var completing = run.CompleteAsync(await SendAsync(run), allSent.Task, _stop.Token);
        Assert.False(completing.IsCompleted);
        allSent.SetResult();
        Assert.Equal(new(ChangeState.Succeeded, new Thing("1", "completed"), null), await completing);
    }

    [Fact]
    public async Task A_completion_that_times_out_returns_the_pending_result_and_an_error()
    {
        var outcome = await CompleteAsync((_, _) => throw new ApiException(ApiErrorKind.Timeout, "Still pending."));
        Assert.Equal((ChangeState.Succeeded, Thing.Sent("1")), (outcome.State, outcome.Result));
        Assert.Equal("Still pending.", outcome.Error!.Message);
    }

    [Fact]
    public async Task A_failed_completion_returns_only_an_error()
    {
        var outcome = await CompleteAsync((_, _) => throw new ApiException(ApiErrorKind.Rejected, "Refused."));
        Assert.Equal((ChangeState.Rejected, null), (outcome.State, outcome.Result));
        Assert.Equal("Refused.", outcome.Error!.Message);
    }

    [Fact]
    public async Task A_completion_with_an_unexpected_exception_keeps_the_result()
    {
        var outcome = await CompleteAsync((_, _) => throw new InvalidOperationException());
        Assert.Equal((ChangeState.Succeeded, Thing.Sent("1")), (outcome.State, outcome.Result));
        Assert.Equal(ApiErrorKind.InternalError, outcome.Error!.Kind);
    }

    [Fact]
    public async Task A_stopped_completion_returns_the_sent_result()
    {
        var run = WithCompletion((_, cancellation) => throw new OperationCanceledException(cancellation));
        var sent = await SendAsync(run);
        var completing = run.CompleteAsync(sent, new TaskCompletionSource().Task, _stop.Token);
        await _stop.CancelAsync();
        Assert.Equal(sent, await completing);
        Assert.Equal(sent, await run.CompleteAsync(sent, Task.CompletedTask, _stop.Token));
    }

    [Fact]
    public async Task A_change_without_result_or_completion_is_not_completed()
    {
        var run = WithCompletion((_, _) => throw new InvalidOperationException());
        var failed = new ChangeOutcome<Thing>(ChangeState.Rejected, null, new ApiException(ApiErrorKind.Rejected, "No."));
        Assert.Equal(failed, await run.CompleteAsync(failed, Task.CompletedTask, _stop.Token));
        var half = failed with { Result = Thing.Sent("1") };
        Assert.Equal(half, await run.CompleteAsync(half, Task.CompletedTask, _stop.Token));
        var without = Run(null, FakeStep.Succeeding("1"));
        var sent = await SendAsync(without);
        Assert.Equal(sent, await without.CompleteAsync(sent, new TaskCompletionSource().Task, _stop.Token));
    }

    private static ChangeRun<Thing> Run(ChangeJournal? journal, params FakeStep[] steps) =>
        new(FakeStep.ChangeOf(steps), EarlierRun.Id, journal);

    private static ChangeRun<Thing> WithCompletion(Func<Thing, CancellationToken, Task<Thing>> completion) =>
        new(FakeStep.ChangeOf(FakeStep.Succeeding("1")) with { Completion = completion }, EarlierRun.Id, null);

    private ChangeJournal Failing(FailingFile disk) => new(new JournalFile(_folder.Journal, disk), []);

    private async Task<ChangeOutcome<Thing>> CompleteAsync(Func<Thing, CancellationToken, Task<Thing>> completion)
    {
        var run = WithCompletion(completion);
        return await run.CompleteAsync(await SendAsync(run), Task.CompletedTask, _stop.Token);
    }

    private Task<ChangeOutcome<Thing>> SendAsync(ChangeRun<Thing> run) => run.SendAsync(_stop.Token, _abort.Token);
}
