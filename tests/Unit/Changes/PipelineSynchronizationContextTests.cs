using TrainingApis.Cmdlets.Base;
using Xunit;

namespace TrainingApis.Tests.Unit.Changes;

/// <summary>Tests of running async work on the calling thread.</summary>
public sealed class PipelineSynchronizationContextTests
{
    private int _abandoned;

    [Fact]
    public void Each_continuation_runs_on_the_calling_thread()
    {
        var outer = SynchronizationContext.Current;
        var thread = Environment.CurrentManagedThreadId;
        var seen = new List<int>();
        var pump = Pump();
        pump.Run(async () =>
        {
            Assert.Same(pump, SynchronizationContext.Current);
            for (var i = 0; i < 10; i++)
            {
                await Task.Run(() => Assert.NotSame(pump, SynchronizationContext.Current));
                seen.Add(Environment.CurrentManagedThreadId);
                await Task.Yield();
                seen.Add(Environment.CurrentManagedThreadId);
            }
        });
        Assert.Equal(Enumerable.Repeat(thread, 20), seen);
        Assert.Same(outer, SynchronizationContext.Current);
    }

    [Fact]
    public void A_body_that_ends_at_once_needs_no_waiting()
    {
        var ran = false;
        Pump().Run(() =>
        {
            ran = true;
            return Task.CompletedTask;
        });
        Assert.True(ran);
    }

    [Fact]
    public void The_exception_of_a_body_is_thrown_and_the_context_restored()
    {
        var outer = SynchronizationContext.Current;
        Assert.Throws<InvalidOperationException>(() => Pump().Run(async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException();
        }));
        Assert.Throws<NotSupportedException>(() => Pump().Run(() => throw new NotSupportedException()));
        Assert.Same(outer, SynchronizationContext.Current);
        Assert.Equal(0, _abandoned);
    }

    [Fact]
    public void What_is_posted_from_other_threads_runs_here_before_the_end()
    {
        var thread = Environment.CurrentManagedThreadId;
        var ran = new List<int>();
        var pump = Pump();
        pump.Run(() => Task.Run(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                pump.Post(_ => ran.Add(Environment.CurrentManagedThreadId), null);
            }
        }));
        Assert.Equal(Enumerable.Repeat(thread, 100), ran);
    }

    [Fact]
    public void What_is_posted_between_two_runs_waits_for_the_next()
    {
        var pump = Pump();
        pump.Run(() => Task.CompletedTask);
        var ran = false;
        pump.Post(state => ran = (string?)state == "state", "state");
        Assert.False(ran);
        pump.Run(() => Task.CompletedTask);
        Assert.True(ran);
    }

    [Fact]
    public void A_posted_exception_lets_the_body_end_in_order_and_is_thrown_instead_of_its_own()
    {
        var (pump, isFinished) = (Pump(), false);
        var abandoned = new TaskCompletionSource();
        pump = new PipelineSynchronizationContext(() =>
        {
            _abandoned++;
            abandoned.TrySetResult();
        });
        var error = Assert.Throws<InvalidOperationException>(() => pump.Run(async () =>
        {
            pump.Post(_ => throw new InvalidOperationException("first"), null);
            pump.Post(_ => throw new InvalidOperationException("second"), null);
            try
            {
                await abandoned.Task;
                throw new NotSupportedException();
            }
            finally
            {
                await Task.Yield();
                isFinished = true;
            }
        }));
        Assert.Equal("first", error.Message);
        Assert.True(isFinished);
        Assert.Equal(2, _abandoned);
    }

    [Fact]
    public void Code_without_the_context_may_block_on_async_work()
    {
        var pump = Pump();
        pump.Run(async () =>
        {
            await Task.Yield();
            Assert.Equal(7, PipelineSynchronizationContext.WithoutContext(() =>
            {
                Assert.Null(SynchronizationContext.Current);
                return BlockOnAsyncWork();
            }));
            Assert.Same(pump, SynchronizationContext.Current);
            Assert.Throws<InvalidOperationException>(() =>
                PipelineSynchronizationContext.WithoutContext(() => throw new InvalidOperationException()));
            Assert.Same(pump, SynchronizationContext.Current);
        });
    }

    [Fact]
    public void Nothing_can_be_sent_to_it_and_a_copy_is_itself()
    {
        var pump = Pump();
        Assert.Throws<NotSupportedException>(() => pump.Send(_ => { }, null));
        Assert.Same(pump, pump.CreateCopy());
    }

    /// <summary>Blocks as a library does that knows no better.</summary>
    private static int BlockOnAsyncWork()
    {
        return WorkAsync().GetAwaiter().GetResult();

        static async Task<int> WorkAsync()
        {
            await Task.Yield();
            return 7;
        }
    }

    private PipelineSynchronizationContext Pump() => new(() => _abandoned++);
}
