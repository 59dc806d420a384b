using TrainingApis.Cmdlets.Changes;
using Xunit;

namespace TrainingApis.Tests.Unit.Changes;

/// <summary>Tests stopping a run: queued changes, requests in flight, completions.</summary>
public sealed class ChangeQueueStopTests : QueueTest
{
    [Fact]
    public async Task A_stopped_run_does_not_wait_for_a_free_slot_or_an_outcome()
    {
        var queue = Queue(1);
        await StartAsync(queue);
        Requests[0].WaitUntilSent();
        Task[] waiting = [StartAsync(queue), queue.WaitForNextAsync(Long), queue.SettleAsync(), queue.EndAsync()];
        await Stop.CancelAsync();
        foreach (var task in waiting)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        }

        Assert.Equal(1, queue.Added);
        Requests[0].Succeed();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => StartAsync(queue));
        Assert.Equal(1, queue.Added);
    }

    [Fact]
    public async Task Drain_waits_for_requests_in_flight_and_counts_them()
    {
        var queue = Queue(3);
        for (var number = 0; number < 3; number++)
        {
            await StartAsync(queue);
        }

        Requests.ForEach(request => request.WaitUntilSent());
        await Stop.CancelAsync();
        var draining = Task.Run(() => queue.Drain(Long, CancellationToken.None), TestContext.Current.CancellationToken);
        Requests[0].Succeed();
        Requests[1].Fail(ApiErrorKind.Conflict);
        Assert.False(draining.IsCompleted);
        Requests[2].Fail(ApiErrorKind.InDoubt);
        await draining;
        Assert.Equal(new RunSummary(1, 0, 1, 1, 2), queue.Summarize(received: 5));
        Assert.All(Requests, request => Assert.False(request.WasAborted));
    }

    [Fact]
    public async Task Drain_aborts_requests_in_flight_when_cancelled()
    {
        var queue = Queue(2);
        await StartAsync(queue);
        await StartAsync(queue);
        Requests.ForEach(request => request.WaitUntilSent());
        await Stop.CancelAsync();
        using var abort = new CancellationTokenSource();
        var draining = Task.Run(() => queue.Drain(Long, abort.Token), TestContext.Current.CancellationToken);
        await abort.CancelAsync();
        await draining;
        Assert.All(Requests, request => Assert.True(request.WasAborted));
        Assert.Equal(new RunSummary(0, 0, 0, 2, 1), queue.Summarize(received: 3));
    }

    [Fact]
    public async Task Drain_aborts_requests_in_flight_after_the_timeout()
    {
        var queue = Queue(1);
        await StartAsync(queue);
        Requests[0].WaitUntilSent();
        await Stop.CancelAsync();
        await Task.Run(() => queue.Drain(TimeSpan.FromMilliseconds(1), CancellationToken.None), TestContext.Current.CancellationToken);
        Assert.True(Requests[0].WasAborted);
    }

    [Fact]
    public async Task Drain_does_not_wait_for_a_completion()
    {
        var queue = Queue(1);
        await StartAsync(queue, completion: (_, cancellation) => Task.FromException<Thing>(new InvalidOperationException()));
        Requests[0].Succeed();
        await queue.SettleAsync();
        Assert.Equal((0, 0), (queue.InFlight, queue.Done));
        await Stop.CancelAsync();
        await Task.Run(() => queue.Drain(Long, CancellationToken.None), TestContext.Current.CancellationToken);
        Assert.Equal(new RunSummary(1, 0, 0, 0, 0), queue.Summarize(received: 1));
    }
}
