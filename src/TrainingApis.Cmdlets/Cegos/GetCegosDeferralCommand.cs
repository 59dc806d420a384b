using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Binding;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Gets the status of moves of registrations. With -Wait, the command waits until they have ended.</summary>
[Cmdlet(VerbsCommon.Get, "CegosDeferral")]
[OutputType(typeof(Deferral))]
public sealed class GetCegosDeferralCommand : ConnectedCmdlet<ICegosApi>
{
    private const int AskedAtOnce = 4;
    private readonly Queue<(Deferral Pending, Task<Deferral> Ended)> _waiting = new();
    private DeferralWait? _wait;

    /// <summary>Gets or sets the transaction IDs of the moves at Cegos.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TransactionIdCompleter))]
    [Id]
    [ValidateNotNullOrEmpty]
    public string[] TransactionId { get; set; } = [];

    /// <summary>Gets or sets whether the command waits until each move has ended.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Gets or sets the maximum time to wait for each move, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int WaitTimeoutSec { get; set; } = 300;

    private protected override async Task ProcessAsync()
    {
        var client = Api.Registrations(Observer);
        _wait ??= new DeferralWait(client, TimeSpan.FromSeconds(WaitTimeoutSec), AskedAtOnce);
        foreach (var id in TransactionId)
        {
            await TryAsync(id, async () =>
            {
                var deferral = await client.GetDeferralAsync(id, Stop);
                if (Wait && !deferral.HasEnded)
                {
                    _waiting.Enqueue((deferral, _wait.WaitAsync(deferral, Stop)));
                }
                else
                {
                    WriteObject(deferral);
                }
            });
        }
    }

    private protected override async Task EndAsync()
    {
        using var progress = new ProgressMeter(this, MyInvocation.MyCommand.Name);
        var total = _waiting.Count;
        while (_waiting.TryDequeue(out var next))
        {
            while (!next.Ended.IsCompleted)
            {
                var done = total - 1 - _waiting.Count(other => !other.Ended.IsCompleted);
                progress.Report($"{done} of {total} have ended", done, total);
                await Task.WhenAny(next.Ended, Task.Delay(ProgressMeter.Interval, Stop));
            }

            await WriteEndedAsync(next.Pending, next.Ended);
        }
    }

    private async Task WriteEndedAsync(Deferral pending, Task<Deferral> ended)
    {
        try
        {
            WriteObject(await ended);
        }
        catch (Exception error) when (IsFailure(error))
        {
            if (error is ApiException { Kind: ApiErrorKind.Timeout })
            {
                WriteObject(pending);
            }

            Report(error, pending.TransactionId);
        }
    }
}
