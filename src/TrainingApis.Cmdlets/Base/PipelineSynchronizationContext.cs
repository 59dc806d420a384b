using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace TrainingApis.Cmdlets.Base;

/// <summary>
/// Runs a cmdlet's async work on the pipeline thread itself: every await comes back here, so Write… and ShouldProcess are legal
/// anywhere in a cmdlet's body. One pump lives as long as its cmdlet; what is posted between two runs waits for the next.
/// </summary>
/// <param name="abandon">Called when something posted failed: the body is to end as soon as it can.</param>
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
    /// Downstream commands run inside WriteObject, and must not see our context (one that blocks on async work of its own would
    /// deadlock), so every call into the engine goes through here.
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

    /// <summary>A continuation never throws; a notice can (<c>-WarningAction Stop</c>). Then the body is ended in order, its finally blocks
    /// run, first.</summary>
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
