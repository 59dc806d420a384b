using TrainingApis.Cmdlets.Changes;
using TrainingApis.Cmdlets.Journal;
using TrainingApis.Tests.Unit.Journal;
using Xunit;

namespace TrainingApis.Tests.Unit.Changes;

/// <summary>Tests changes with steps that depend on data that is read first.</summary>
public sealed class PreparedStepTests : IDisposable
{
    private static readonly Thing Prepared = new("known", "prepared");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_step_that_is_not_needed_is_neither_sent_nor_journaled()
    {
        var (first, second) = (Skipped("create"), FakeStep.Succeeding("2", "sale"));
        using (var journal = EarlierRun.Open(_folder.Journal))
        {
            Assert.Equal(new(ChangeState.Succeeded, Thing.Sent("2"), null), await SendAsync(Run(journal, first, second)));
        }

        Assert.Equal(["prepare"], first.Calls);
        Assert.Equal(["send"], second.Calls);
        Assert.Equal([Prepared], second.Before);
        Assert.Equal(["sale Started", "sale Succeeded 2"], EarlierRun.StatesOf(_folder.Journal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_change_without_a_needed_step_sends_and_writes_nothing(bool hasJournal)
    {
        using (var journal = hasJournal ? EarlierRun.Open(_folder.Journal) : null)
        {
            var outcome = await SendAsync(Run(journal, Skipped("create"), Skipped("sale")));
            Assert.Equal(new(ChangeState.NotNeeded, Prepared, null), outcome);
        }

        Assert.True(!hasJournal || new FileInfo(_folder.Journal).Length == 0);
    }

    [Fact]
    public async Task Sends_a_step_after_it_is_prepared()
    {
        var step = FakeStep.Succeeding("1");
        step.Prepare = _ => Task.FromResult<Thing?>(null);
        using var journal = EarlierRun.Open(_folder.Journal);
        Assert.Equal(new(ChangeState.Succeeded, Thing.Sent("1"), null), await SendAsync(Run(journal, step)));
        Assert.Equal(["prepare", "send"], step.Calls);
    }

    [Fact]
    public async Task Sends_and_journals_nothing_if_the_preparation_fails()
    {
        var step = FakeStep.Succeeding("1");
        step.Prepare = _ => throw new ApiException(ApiErrorKind.Unreachable, "Down.");
        using (var journal = EarlierRun.Open(_folder.Journal))
        {
            var outcome = await SendAsync(Run(journal, step));
            Assert.Equal((ChangeState.Rejected, null, ApiErrorKind.Unreachable), (outcome.State, outcome.Result, outcome.Error!.Kind));
        }

        Assert.Equal(["prepare"], step.Calls);
        Assert.Empty(EarlierRun.StatesOf(_folder.Journal));
    }

    [Fact]
    public async Task Does_not_send_a_change_that_is_stopped_while_it_is_prepared()
    {
        using var stop = new CancellationTokenSource();
        var step = FakeStep.Succeeding("1");
        step.Prepare = _ =>
        {
            stop.Cancel();
            throw new OperationCanceledException(stop.Token);
        };
        using var journal = EarlierRun.Open(_folder.Journal);
        var outcome = await Run(journal, step).SendAsync(stop.Token, CancellationToken.None);
        Assert.Equal(new(ChangeState.NotSent, null, null), outcome);
    }

    [Theory]
    [InlineData("Started", true)]
    [InlineData("InDoubt", true)]
    [InlineData("Succeeded", true)]
    [InlineData("Rejected", false)]
    public async Task A_step_receives_the_steps_that_an_earlier_run_started(string state, bool isStarted)
    {
        IReadOnlyCollection<string>? started = null;
        var first = FakeStep.Succeeding("1");
        first.Prepare = begun =>
        {
            started = begun;
            return Task.FromResult<Thing?>(null);
        };
        using var journal = EarlierRun.Open(_folder.Journal, EarlierRun.Line("sale", Enum.Parse<JournalState>(state), "OLD"));
        await SendAsync(Run(journal, first, FakeStep.Succeeding("2", "sale")));
        Assert.Equal(isStarted ? ["sale"] : [], started);
    }

    [Fact]
    public async Task A_step_that_succeeded_is_not_prepared_again()
    {
        var step = Skipped("create");
        using var journal = EarlierRun.Open(_folder.Journal, EarlierRun.Line("create", JournalState.Succeeded, "OLD"));
        Assert.Equal(new(ChangeState.FromJournal, new Thing("OLD", "replayed"), null), await SendAsync(Run(journal, step)));
        Assert.Equal(["replay"], step.Calls);
    }

    [Theory]
    [InlineData("Started")]
    [InlineData("InDoubt")]
    public async Task A_step_in_doubt_that_is_not_needed_is_no_longer_in_doubt(string state)
    {
        var step = Skipped("create");
        step.Recover = () => Task.FromResult<Thing?>(null);
        using (var journal = EarlierRun.Open(_folder.Journal, EarlierRun.Line("create", Enum.Parse<JournalState>(state))))
        {
            Assert.Equal(new(ChangeState.NotNeeded, Prepared, null), await SendAsync(Run(journal, step)));
        }

        Assert.Equal(["recover", "prepare"], step.Calls);
        Assert.Equal([$"create {state}", "create Rejected PreconditionFailed"], EarlierRun.StatesOf(_folder.Journal));
        using var next = ChangeJournal.Open(_folder.Journal);
        Assert.False(Run(next, step).IsInDoubt);
    }

    [Fact]
    public async Task Does_not_return_the_result_of_a_preparatory_step_if_the_next_step_fails()
    {
        var (first, second) = (FakeStep.Succeeding("1"), FakeStep.Failing(ApiErrorKind.Rejected, "sale"));
        first.IsPreparatory = true;
        using (var journal = EarlierRun.Open(_folder.Journal))
        {
            var outcome = await SendAsync(Run(journal, first, second));
            Assert.Equal((ChangeState.Rejected, null, ApiErrorKind.Rejected), (outcome.State, outcome.Result, outcome.Error!.Kind));
        }

        Assert.Equal([Thing.Sent("1")], second.Before);
        Assert.Equal(
            ["create Started", "create Succeeded 1", "sale Started", "sale Rejected Rejected"], EarlierRun.StatesOf(_folder.Journal));
    }

    [Fact]
    public async Task Does_not_return_the_result_of_a_step_that_was_not_needed_if_the_next_step_fails()
    {
        using var journal = EarlierRun.Open(_folder.Journal);
        var outcome = await SendAsync(Run(journal, Skipped("create"), FakeStep.Failing(ApiErrorKind.Rejected, "sale")));
        Assert.Equal((ChangeState.Rejected, null), (outcome.State, outcome.Result));
    }

    [Theory]
    [InlineData("create", true)]
    [InlineData("sale", true)]
    [InlineData("temporary", false)]
    [InlineData("", false)]
    public async Task A_change_can_be_complete_without_all_its_steps(string succeeded, bool isComplete)
    {
        FakeStep[] steps = [Skipped("create"), Skipped("temporary"), Skipped("sale")];
        var lines = succeeded.Length == 0 ? [] : new[] { EarlierRun.Line(succeeded, JournalState.Succeeded, "OLD") };
        using var journal = EarlierRun.Open(_folder.Journal, lines);
        var change = FakeStep.ChangeOf(steps) with { IsComplete = names => names.Contains("create") || names.Contains("sale") };
        var run = new ChangeRun<Thing>(change, EarlierRun.Id, journal);
        Assert.Equal(isComplete, run.IsDone);
        Assert.Equal(isComplete ? ChangeState.FromJournal : ChangeState.NotNeeded, (await SendAsync(run)).State);
    }

    private static FakeStep Skipped(string name) => new(name, _ => throw new InvalidOperationException("It must not be sent."))
    {
        Prepare = _ => Task.FromResult<Thing?>(Prepared),
    };

    private static ChangeRun<Thing> Run(ChangeJournal? journal, params FakeStep[] steps) =>
        new(FakeStep.ChangeOf(steps), EarlierRun.Id, journal);

    private static Task<ChangeOutcome<Thing>> SendAsync(ChangeRun<Thing> run) =>
        run.SendAsync(CancellationToken.None, CancellationToken.None);
}
