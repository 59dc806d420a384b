namespace TrainingApis.Cmdlets.Base;

/// <summary>
/// Writes client events to the verbose, warning and progress streams. Calls can come from any thread, so each one is posted to the pipeline
/// thread.
/// </summary>
internal sealed class CmdletObserver(ApiCmdlet cmdlet) : IApiObserver
{
    private const int WaitActivity = 0x7A11;
    private bool _warned;
    private ApiWait? _shown;

    public CancellationToken Stopping => cmdlet.Stop;

    public void OnExchange(ApiExchange exchange) => cmdlet.Post(() =>
    {
        if (exchange.Attempt > 1)
        {
            EndCountDown();
        }

        cmdlet.WriteVerbose(exchange.ToString());
    });

    public void OnWaiting(ApiWait wait) => cmdlet.Post(() => Show(wait));

    public void OnWarning(ApiWarning warning) => cmdlet.Post(() => cmdlet.WriteWarning(warning.ToString()));

    private void Show(ApiWait wait)
    {
        var text = $"{wait.Api} {wait.Operation}: {wait.Reason}; waiting {Describe(wait.Delay)} before attempt {wait.NextAttempt} of "
            + $"{wait.MaximumAttempts}.";
        if (_warned)
        {
            cmdlet.WriteVerbose(text);
        }
        else
        {
            cmdlet.WriteWarning(text);
        }

        _warned = true;
        if (wait.Delay >= TimeSpan.FromSeconds(1))
        {
            _ = CountDownAsync(_shown = wait, DateTime.UtcNow + wait.Delay);
        }
    }

    /// <summary>Shows a countdown on the pipeline thread, so it ends with the command at the latest. A later wait replaces it.</summary>
    private async Task CountDownAsync(ApiWait wait, DateTime end)
    {
        for (var left = end - DateTime.UtcNow; left > TimeSpan.Zero && ReferenceEquals(_shown, wait)
            && !cmdlet.Stopping; left = end - DateTime.UtcNow)
        {
            var record = Record(wait);
            record.SecondsRemaining = (int)Math.Ceiling(left.TotalSeconds);
            record.PercentComplete = (int)(100 * (1 - (left / wait.Delay)));
            cmdlet.WriteProgress(record);
            await Task.Delay((int)Math.Min(1000, Math.Ceiling(left.TotalMilliseconds)));
        }

        if (ReferenceEquals(_shown, wait))
        {
            EndCountDown();
        }
    }

    /// <summary>
    /// Ends the countdown when the time is up or the next attempt has ended, whichever is first. The command can end before the timer.
    /// </summary>
    private void EndCountDown()
    {
        if (_shown is not { } wait)
        {
            return;
        }

        _shown = null;
        var last = Record(wait);
        last.RecordType = ProgressRecordType.Completed;
        cmdlet.WriteProgress(last);
    }

    /// <summary>Creates a new record for each call, because the receiver can keep it.</summary>
    private static ProgressRecord Record(ApiWait wait) => new(WaitActivity, $"Waiting for {wait.Api}", wait.Reason);

    private static string Describe(TimeSpan delay) =>
        delay < TimeSpan.FromSeconds(1) ? $"{delay.TotalMilliseconds:0} ms" : $"{Math.Ceiling(delay.TotalSeconds):0} s";
}
