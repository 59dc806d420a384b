using TrainingApis.Cmdlets.Base;
using Xunit;

namespace TrainingApis.Tests.Unit.Changes;

/// <summary>Tests running asynchronous work on the calling thread.</summary>
public sealed class PipelineSynchronizationContextTests
{
    private int _abandoned;

    [Fact]
    public void Each_continuation_runs_on_the_calling_thread()
    {
        var outer = SynchronizationContext.Current;
        var thread = Environment.CurrentManagedThreadId;
        var seen = new List<int>();
        var context = CreateContext();
        context.Run(async () =>
        {
            Assert.Same(context, SynchronizationContext.Current);
            for (var i = 0; i < 10; i++)
            {
                await Task.Run(() => Assert.NotSame(context, SynchronizationContext.Current));
                seen.Add(Environment.CurrentManagedThreadId);
                await Task.Yield();
                seen.Add(Environment.CurrentManagedThreadId);
            }
        });
        Assert.Equal(Enumerable.Repeat(thread, 20), seen);
        Assert.Same(outer, SynchronizationContext.Current);
    }

    [Fact]
    public void Runs_a_body_that_completes_synchronously()
    {
        var ran = false;
        CreateContext().Run(() =>
        {
            ran = true;
            return Task.CompletedTask;
        });
        Assert.True(ran);
    }

    [Fact]
    public void Throws_the_exception_of_the_body_and_restores_the_context()
    {
        var outer = SynchronizationContext.Current;
        Assert.Throws<InvalidOperationException>(() => CreateContext().Run(async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException();
        }));
        Assert.Throws<NotSupportedException>(() => CreateContext().Run(() => throw new NotSupportedException()));
        Assert.Same(outer, SynchronizationContext.Current);
        Assert.Equal(0, _abandoned);
    }

    [Fact]
    public void Runs_callbacks_from_other_threads_on_the_calling_thread_before_it_returns()
    {
        var thread = Environment.CurrentManagedThreadId;
        var ran = new List<int>();
        var context = CreateContext();
        context.Run(() => Task.Run(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                context.Post(_ => ran.Add(Environment.CurrentManagedThreadId), null);
            }
        }));
        Assert.Equal(Enumerable.Repeat(thread, 100), ran);
    }

    [Fact]
    public void Runs_a_callback_posted_between_two_runs_in_the_next_run()
    {
        var context = CreateContext();
        context.Run(() => Task.CompletedTask);
        var ran = false;
        context.Post(state => ran = (string?)state == "state", "state");
        Assert.False(ran);
        context.Run(() => Task.CompletedTask);
        Assert.True(ran);
    }

    [Fact]
    public void Throws_the_exception_of_a_callback_after_the_body_has_completed()
    {
        var (context, isFinished) = (CreateContext(), false);
        var abandoned = new TaskCompletionSource();
        context = new PipelineSynchronizationContext(() =>
        {
            _abandoned++;
            abandoned.TrySetResult();
        });
        var error = Assert.Throws<InvalidOperationException>(() => context.Run(async () =>
        {
            context.Post(_ => throw new InvalidOperationException("first"), null);
            context.Post(_ => throw new InvalidOperationException("second"), null);
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
    public void Code_without_the_context_can_block_on_asynchronous_work()
    {
        var context = CreateContext();
        context.Run(async () =>
        {
            await Task.Yield();
            Assert.Equal(7, PipelineSynchronizationContext.WithoutContext(() =>
            {
                Assert.Null(SynchronizationContext.Current);
                return BlockOnAsyncWork();
            }));
            Assert.Same(context, SynchronizationContext.Current);
            Assert.Throws<InvalidOperationException>(() =>
                PipelineSynchronizationContext.WithoutContext(() => throw new InvalidOperationException()));
            Assert.Same(context, SynchronizationContext.Current);
        });
    }

    [Fact]
    public void Does_not_support_Send_and_CreateCopy_returns_the_same_instance()
    {
        var context = CreateContext();
        Assert.Throws<NotSupportedException>(() => context.Send(_ => { }, null));
        Assert.Same(context, context.CreateCopy());
    }

    /// <summary>Blocks synchronously on asynchronous work, as some libraries do.</summary>
    private static int BlockOnAsyncWork()
    {
        return WorkAsync().GetAwaiter().GetResult();

        static async Task<int> WorkAsync()
        {
            await Task.Yield();
            return 7;
        }
    }

    private PipelineSynchronizationContext CreateContext() => new(() => _abandoned++);
}
