using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace TrainingApis.Cmdlets.Base;

/// <summary>
/// Runs the asynchronous work of a cmdlet on the pipeline thread. Every await continues on this thread, so the Write… methods and
/// ShouldProcess are allowed anywhere in the body of a cmdlet. One instance exists for the lifetime of its cmdlet; callbacks that are
/// posted between two runs are executed in the next run.
/// </summary>
/// <param name="abandon">The action to call if a posted callback failed, so that the body ends as soon as possible.</param>
internal sealed class PipelineSynchronizationContext(Action abandon) : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback? Callback, object? State)> _work = new();

    public void Run(Func<Task> body)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            var task = body();
            ExceptionDispatchInfo? failure = null;
            if (!task.IsCompleted)
            {
                WakeWhenDone(task);
            }

            while (!task.IsCompleted)
            {
                Invoke(_work.Take(), ref failure);
            }

            while (_work.TryTake(out (SendOrPostCallback?, object?) left))
            {
                Invoke(left, ref failure);
            }

            if (failure is not null)
            {
                _ = task.Exception;
                failure.Throw();
            }

            task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    /// <summary>
    /// Calls a method of PowerShell without this context. Downstream commands run inside WriteObject and must not use this context, because
    /// a command that blocks on its own asynchronous work would deadlock.
    /// </summary>
    public static T WithoutContext<T>(Func<T> call)
    {
        var pump = Current;
        SetSynchronizationContext(null);
        try
        {
            return call();
        }
        finally
        {
            SetSynchronizationContext(pump);
        }
    }

    /// <inheritdoc cref="WithoutContext{T}"/>
    public static void WithoutContext(Action call) => WithoutContext(() =>
    {
        call();
        return true;
    });

    public override void Post(SendOrPostCallback d, object? state) => _work.Add((d, state));

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

    public override SynchronizationContext CreateCopy() => this;

    private void WakeWhenDone(Task task) => task.ContinueWith(
        _ => _work.Add((null, null)), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    /// <summary>
    /// Runs a posted callback. A continuation never throws, but a callback that writes a message can (<c>-WarningAction Stop</c>). The body
    /// then ends with its finally blocks before the exception is thrown.
    /// </summary>
    private void Invoke((SendOrPostCallback? Callback, object? State) work, ref ExceptionDispatchInfo? failure)
    {
        try
        {
            work.Callback?.Invoke(work.State);
        }
        catch (Exception error)
        {
            failure ??= ExceptionDispatchInfo.Capture(error);
            abandon();
        }
    }
}
