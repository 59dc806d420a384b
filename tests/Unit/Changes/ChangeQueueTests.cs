using TrainingApis.Cmdlets.Changes;
using Xunit;

namespace TrainingApis.Tests.Unit.Changes;

/// <summary>Tests sending the changes of a run: concurrency, order of the outcomes, circuit breaker.</summary>
public sealed class ChangeQueueTests : QueueTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Keeps_the_limit_of_requests_in_flight_and_uses_free_slots(int limit)
    {
        var queue = Queue(limit);
        for (var number = 0; number < limit; number++)
        {
            Assert.True(await StartAsync(queue));
        }

        Assert.Equal(limit, queue.InFlight);
        var next = StartAsync(queue);
        Assert.False(next.IsCompleted);
        Assert.Equal(limit, queue.Added);
        Requests[^2].Succeed();
        Assert.True(await next);
        Assert.Equal((limit, limit + 1), (queue.InFlight, queue.Added));
    }

    [Fact]
    public async Task Returns_outcomes_in_input_order_with_their_row()
    {
        var queue = Queue(4);
        for (var number = 0; number < 3; number++)
        {
            await StartAsync(queue);
        }

        queue.Add(new(ChangeState.InDoubt, null, new ApiException(ApiErrorKind.InDoubt, "?")), "target", 99);
        Requests[2].Succeed();
        Requests[1].Fail(ApiErrorKind.Conflict);
        Assert.True(SpinWait.SpinUntil(() => queue.Done == 3, Long));
        Assert.False(queue.TryTake(out _, out _, out _));
        Assert.Equal(4, queue.Added);

        Requests[0].Succeed();
        await queue.EndAsync();
        Assert.Equal(
            [("0", "row 0", 0), (null, "row 1", 1), ("2", "row 2", 2), (null, "target", 99)],
            await TakeAllAsync(queue));
        Assert.Equal(0, queue.InFlight);
    }

    [Fact]
    public async Task Waits_for_an_outcome_up_to_the_timeout()
    {
        var queue = Queue(1);
        Assert.False(await queue.WaitForNextAsync(Long));
        await StartAsync(queue);
        Assert.True(await queue.WaitForNextAsync(TimeSpan.FromMilliseconds(1)));
        Assert.False(queue.TryTake(out _, out _, out _));
        var waiting = queue.WaitForNextAsync(Long);
        Assert.False(waiting.IsCompleted);
        Requests[0].Succeed();
        Assert.True(await waiting);
        Assert.True(queue.TryTake(out _, out _, out _));
    }

    [Fact]
    public async Task Starts_completions_after_the_last_change_without_using_slots()
    {
        var queue = Queue(1);
        var completed = 0;
        for (var number = 0; number < 3; number++)
        {
            await StartAsync(queue, completion: (sent, _) =>
            {
                Interlocked.Increment(ref completed);
                return Task.FromResult(sent);
            });
            Assert.Equal(0, Volatile.Read(ref completed));
            Requests[number].Succeed();
        }

        await queue.EndAsync();
        Assert.Equal(["0", "1", "2"], (await TakeAllAsync(queue)).Select(outcome => outcome.Id));
        Assert.Equal(3, completed);
    }

    [Fact]
    public async Task Sends_nothing_while_the_breaker_is_open()
    {
        var queue = Queue(8);
        for (var number = 0; number < 3; number++)
        {
            await StartAsync(queue);
        }

        Requests.ForEach(request => request.Fail(ApiErrorKind.InDoubt));
        await queue.SettleAsync();
        Assert.True(Breaker.IsOpen);
        Assert.False(await StartAsync(queue));
        Assert.Equal((3, 3), (queue.Added, Requests.Count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(16)]
    public async Task Does_not_send_a_queued_change_when_the_breaker_opens(int limit)
    {
        var breaker = CircuitBreaker.For(limit);
        var queue = new ChangeQueue<Thing>(limit, breaker, Stop.Token);
        var sent = 0;
        var run = Change(new FakeStep("create", async _ =>
        {
            Interlocked.Increment(ref sent);
            await Task.Yield();
            throw new ApiException(ApiErrorKind.InDoubt, "?");
        }));
        while (await queue.TryStartAsync(run, null, null))
        {
            Assert.InRange(sent, 0, 1000);
        }

        await queue.SettleAsync();
        Assert.InRange(sent, breaker.Threshold, breaker.Threshold + limit);
    }

    [Fact]
    public async Task Sends_one_change_at_a_time_while_the_breaker_is_half_open()
    {
        var queue = Queue(8);
        for (var number = 0; number < 3; number++)
        {
            Breaker.Record(isInDoubt: true);
        }

        await Breaker.ProbeAsync(_ => Task.FromResult(true), Stop.Token);
        Assert.True(await StartAsync(queue));
        var next = StartAsync(queue);
        Assert.False(next.IsCompleted);
        Requests[0].Fail(ApiErrorKind.InDoubt);
        Assert.False(await next);

        await Breaker.ProbeAsync(_ => Task.FromResult(true), Stop.Token);
        Assert.True(await StartAsync(queue));
        Requests[^1].Succeed();
        await queue.SettleAsync();
        Assert.True(await StartAsync(queue));
        Assert.True(await StartAsync(queue));
        Assert.Equal(2, queue.InFlight);
    }

    [Fact]
    public async Task A_change_sent_by_an_earlier_run_does_not_affect_the_breaker()
    {
        var queue = Queue(1);
        using var folder = new Journal.TemporaryFolder();
        using var journal = EarlierRun.Open(
            folder.Journal, EarlierRun.Line("create", JournalState.Succeeded, "OLD"));
        Breaker.Record(isInDoubt: true);
        Breaker.Record(isInDoubt: true);
        var run = new ChangeRun<Thing>(FakeStep.ChangeOf(FakeStep.Succeeding("x")), EarlierRun.Id, journal);
        Assert.True(await queue.TryStartAsync(run, null, null));
        await queue.EndAsync();
        Assert.Equal(new RunSummary(0, 1, 0, 0, 0), queue.Summarize(received: 1));
        Breaker.Record(isInDoubt: true);
        Assert.True(Breaker.IsOpen);
    }

    [Fact]
    public async Task A_change_that_was_not_needed_counts_as_succeeded_and_does_not_affect_the_breaker()
    {
        var queue = Queue(1);
        Breaker.Record(isInDoubt: true);
        Breaker.Record(isInDoubt: true);
        var step = FakeStep.Succeeding("x");
        step.Prepare = _ => Task.FromResult<Thing?>(Thing.Sent("known"));
        Assert.True(await queue.TryStartAsync(Change(step), null, null));
        await queue.EndAsync();
        Assert.Equal(new RunSummary(1, 0, 0, 0, 0), queue.Summarize(received: 1));
        Breaker.Record(isInDoubt: true);
        Assert.True(Breaker.IsOpen);
    }

    [Fact]
    public void Counts_a_received_row_that_was_not_added_as_not_sent()
    {
        var queue = Queue(1);
        queue.Add(new(ChangeState.InDoubt, null, null), null, null);
        Assert.Equal(new RunSummary(0, 0, 0, 1, 4), queue.Summarize(received: 5));
        Assert.Equal(new RunSummary(0, 0, 0, 1, 0), queue.Summarize(received: 0));
    }

    private static ChangeRun<Thing> Change(FakeStep step) => new(FakeStep.ChangeOf(step), EarlierRun.Id, null);
}
