using System.Diagnostics;

namespace TrainingApis.Cmdlets.Base;

/// <summary>
/// Shows a progress bar for work that takes more than one second. The bar is updated at most five times a second, and is always removed.
/// </summary>
internal sealed class ProgressMeter(ApiCmdlet cmdlet, string activity) : IDisposable
{
    /// <summary>The minimum time between two updates.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static int _lastId = 0x7A20;

    private readonly int _id = Interlocked.Increment(ref _lastId);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _next = Patience;
    private bool _shown;

    public void Report(string status, long done, long? total)
    {
        if (_clock.Elapsed < _next)
        {
            return;
        }

        _next = _clock.Elapsed + Interval;
        _shown = true;
        cmdlet.WriteProgress(new ProgressRecord(_id, activity, status)
        {
            PercentComplete = total > 0 ? (int)Math.Clamp(100 * done / total.Value, 0, 100) : -1,
        });
    }

    public void Dispose()
    {
        if (_shown)
        {
            cmdlet.WriteProgress(new ProgressRecord(_id, activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
