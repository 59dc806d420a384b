using TrainingApis.Cmdlets.Changes;
using TrainingApis.Cmdlets.Journal;
using TrainingApis.Tests.Unit.Journal;
using Xunit;

namespace TrainingApis.Tests.Unit.Changes;

/// <summary>Tests sending one change: states of an earlier run, and the outcome of the request.</summary>
public sealed class ChangeRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abort = new();

    /// <summary>Gets the states of a step in an earlier run, and whether the step is done or in doubt.</summary>
    public static TheoryData<string, bool, bool> EarlierStates => new()
    {
        { "", false, false },
        { "Started", false, true },
        { "Succeeded", true, false },
        { "Rejected", false, false },
        { "InDoubt", false, true },
    };

    public void Dispose()
    {
        _folder.Dispose();
        _stop.Dispose();
        _abort.Dispose();
    }

    [Theory]
    [MemberData(nameof(EarlierStates))]
    public async Task A_step_is_sent_unless_an_earlier_run_succeeded(string state, bool isDone, bool isInDoubt)
    {
        var step = FakeStep.Succeeding("L-1");
        using (var journal = Earlier(state))
        {
            var run = Run(journal, step);
            Assert.Equal((isDone, isInDoubt), (run.IsDone, run.IsInDoubt));
            var outcome = await SendAsync(run);
            Assert.Equal(
                isDone ? new(ChangeState.FromJournal, new Thing("OLD", "replayed"), null)
                    : new(ChangeState.Succeeded, Thing.Sent("L-1"), null),
                outcome);
        }

        Assert.Equal([isDone ? "replay" : "send"], step.Calls);
        string[] added = isDone ? [] : ["create Started", "create Succeeded L-1"];
        Assert.Equal(added, EarlierRun.StatesOf(_folder.Journal).Skip(state.Length == 0 ? 0 : 1));
    }

    [Theory]
    [MemberData(nameof(EarlierStates))]
    public async Task A_step_in_doubt_stays_in_doubt_after_every_earlier_state(string state, bool isDone, bool isInDoubt)
    {
        Assert.False(isDone && isInDoubt);
        using (var journal = Earlier(state))
        {
            var outcome = await SendAsync(Run(journal, FakeStep.Failing(ApiErrorKind.InDoubt)));
            Assert.Equal(isDone ? ChangeState.FromJournal : ChangeState.InDoubt, outcome.State);
        }

        using var next = ChangeJournal.Open(_folder.Journal);
        Assert.Equal(!isDone, Run(next, FakeStep.Succeeding("x")).IsInDoubt);
    }

    [Fact]
    public async Task Without_a_journal_a_step_is_sent()
    {
        var step = FakeStep.Succeeding("L-1");
        var run = Run(null, step);
        Assert.Equal((false, false), (run.IsDone, run.IsInDoubt));
        Assert.Equal(new(ChangeState.Succeeded, Thing.Sent("L-1"), null), await SendAsync(run));
        Assert.Equal(["send"], step.Calls);
    }

    [Fact]
    public async Task Maps_the_kind_of_an_error_to_a_journal_state()
    {
        foreach (var kind in Enum.GetValues<ApiErrorKind>())
        {
            using (var journal = EarlierRun.Open(_folder.Journal))
            {
                var outcome = await SendAsync(Run(journal, FakeStep.Failing(kind)));
                Assert.Equal(kind, outcome.Error!.Kind);
                Assert.Null(outcome.Result);
                Assert.Equal(
                    kind switch
                    {
                        ApiErrorKind.InDoubt => ChangeState.InDoubt,
                        ApiErrorKind.JournalNotWritable => ChangeState.NotSent,
                        _ => ChangeState.Rejected,
                    },
                    outcome.State);
            }

            var state = kind == ApiErrorKind.InDoubt ? JournalState.InDoubt : JournalState.Rejected;
            Assert.Equal(["create Started", $"create {state} {kind}"], EarlierRun.StatesOf(_folder.Journal));
        }
    }

    [Fact]
    public async Task An_unexpected_exception_sets_the_step_to_in_doubt()
    {
        using (var journal = EarlierRun.Open(_folder.Journal))
        {
            var outcome = await SendAsync(Run(journal, new FakeStep("create", _ => throw new InvalidOperationException("secret"))));
            Assert.Equal((ChangeState.InDoubt, ApiErrorKind.InDoubt), (outcome.State, outcome.Error!.Kind));
            Assert.StartsWith("The outcome of the step 'create' is unknown: InvalidOperationException", outcome.Error.Message);
            Assert.DoesNotContain("secret", outcome.Error.ToString());
        }

        Assert.Equal(["create Started", "create InDoubt InDoubt"], EarlierRun.StatesOf(_folder.Journal));
    }

    [Fact]
    public async Task Reports_a_completed_change_whose_result_cannot_be_read_again()
    {
        using var journal = Earlier("Succeeded");
        var step = FakeStep.Succeeding("x");
        step.Replay = _ => throw new ApiException(ApiErrorKind.NotFound, "Gone.");
        var outcome = await SendAsync(Run(journal, step));
        Assert.Equal((ChangeState.FromJournal, ApiErrorKind.NotFound), (outcome.State, outcome.Error!.Kind));
        step.Replay = _ => throw new InvalidOperationException();
        outcome = await SendAsync(Run(journal, step));
        Assert.Equal((ChangeState.FromJournal, ApiErrorKind.InternalError), (outcome.State, outcome.Error!.Kind));
        Assert.Equal(["replay", "replay"], step.Calls);
    }

    [Fact]
    public async Task Passes_results_between_steps_and_sends_only_open_steps()
    {
        var (first, second) = (FakeStep.Succeeding("1"), new FakeStep("sale", _ => throw new ApiException(ApiErrorKind.Rejected, "No.")));
        using (var journal = EarlierRun.Open(_folder.Journal))
        {
            var outcome = await SendAsync(Run(journal, first, second));
            Assert.Equal((ChangeState.Rejected, Thing.Sent("1")), (outcome.State, outcome.Result));
            Assert.Equal("No.", outcome.Error!.Message);
        }

        Assert.Equal(
            ["create Started", "create Succeeded 1", "sale Started", "sale Rejected Rejected"], EarlierRun.StatesOf(_folder.Journal));

        var again = new FakeStep("sale", _ => Task.FromResult(Thing.Sent("2")));
        using (var journal = ChangeJournal.Open(_folder.Journal))
        {
            var run = Run(journal, first, again);
            Assert.Equal((false, false), (run.IsDone, run.IsInDoubt));
            Assert.Equal(new(ChangeState.Succeeded, Thing.Sent("2"), null), await SendAsync(run));
        }

        Assert.Equal(["send", "replay"], first.Calls);
        Assert.Equal([new Thing("1", "replayed")], again.Before);

        using var last = ChangeJournal.Open(_folder.Journal);
        Assert.Equal(ChangeState.FromJournal, (await SendAsync(Run(last, first, again))).State);
    }

    [Theory]
    [InlineData("Started")]
    [InlineData("InDoubt")]
    public async Task Does_not_send_a_step_in_doubt_that_is_found_at_the_vendor(string state)
    {
        var step = FakeStep.Succeeding("new");
        step.Recover = () => Task.FromResult<Thing?>(new Thing("found", "recovered"));
        using (var journal = Earlier(state))
        {
            Assert.Equal(new(ChangeState.Succeeded, new Thing("found", "recovered"), null), await SendAsync(Run(journal, step)));
        }

        Assert.Equal(["recover"], step.Calls);
        Assert.Equal([$"create {state} OLD", "create Succeeded found"], EarlierRun.StatesOf(_folder.Journal));
    }

    [Fact]
    public async Task Sends_a_step_in_doubt_that_is_not_found_at_the_vendor()
    {
        var step = FakeStep.Succeeding("new");
        step.Recover = () => Task.FromResult<Thing?>(null);
        using var journal = Earlier("InDoubt");
        Assert.Equal(Thing.Sent("new"), (await SendAsync(Run(journal, step))).Result);
        Assert.Equal(["recover", "send"], step.Calls);
    }

    [Fact]
    public async Task Does_not_send_a_step_in_doubt_if_the_search_at_the_vendor_fails()
    {
        var step = FakeStep.Succeeding("new");
        step.Recover = () => throw new ApiException(ApiErrorKind.Unreachable, "Down.");
        using (var journal = Earlier("InDoubt"))
        {
            Assert.Equal(ApiErrorKind.Unreachable, (await SendAsync(Run(journal, step))).Error!.Kind);
        }

        Assert.Equal(["recover"], step.Calls);
        Assert.Equal(["create InDoubt OLD"], EarlierRun.StatesOf(_folder.Journal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Rejected")]
    public async Task Does_not_search_for_a_step_that_is_not_in_doubt(string state)
    {
        var step = FakeStep.Succeeding("new");
        step.Recover = () => Task.FromResult<Thing?>(new Thing("found", "recovered"));
        using var journal = Earlier(state);
        Assert.Equal(Thing.Sent("new"), (await SendAsync(Run(journal, step))).Result);
        Assert.Equal(["send"], step.Calls);
    }

    private static ChangeRun<Thing> Run(ChangeJournal? journal, params FakeStep[] steps) =>
        new(FakeStep.ChangeOf(steps), EarlierRun.Id, journal);

    private ChangeJournal Earlier(string state) => state.Length == 0 ? EarlierRun.Open(_folder.Journal)
        : EarlierRun.Open(_folder.Journal, EarlierRun.Line("create", Enum.Parse<JournalState>(state), "OLD"));

    private Task<ChangeOutcome<Thing>> SendAsync(ChangeRun<Thing> run) => run.SendAsync(_stop.Token, _abort.Token);
}
