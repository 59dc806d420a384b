using System.Management.Automation;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Journal;

namespace TrainingApis.Cmdlets.Changes;

/// <summary>
/// A command that changes something at the vendor. This is the one place that looks a change up in the journal, asks ShouldProcess,
/// writes the journal, sends and writes the outcome, in that order; a command only describes its change.
/// </summary>
/// <typeparam name="TApi">The API's interface.</typeparam>
/// <typeparam name="TResult">What a change comes out as.</typeparam>
public abstract class ChangeCmdlet<TApi, TResult> : ConnectedCmdlet<TApi>
    where TApi : class, IApi
    where TResult : class
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(150);

    private readonly CancellationTokenSource _abort = new();
    private readonly Queue<(Task<ChangeOutcome<TResult>> Outcome, object? Target)> _pending = new();
    private readonly List<Task> _inFlight = [];
    private readonly TaskCompletionSource _allSent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RecordBinder? _binder;
    private ChangeJournal? _journal;
    private ProgressMeter? _progress;
    private bool _isWhatIf;
    private int _rows;
    private int _out;

    /// <summary>A file that remembers what was sent, so that the same run can be repeated after a crash or Ctrl+C without sending anything
    /// twice.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Journal { get; set; }

    /// <summary>Sends again what an earlier run of the same journal left in doubt.</summary>
    [Parameter]
    public SwitchParameter RetryInDoubt { get; set; }

    /// <summary>How many requests may be in flight at once. Results come out in the order of the input.</summary>
    [Parameter]
    [ValidateRange(1, 16)]
    public int ThrottleLimit { get; set; } = 1;

    /// <summary>The row that the fields come from.</summary>
    [Parameter(ParameterSetName = ParameterSets.Fields, ValueFromPipeline = true, DontShow = true)]
    [Row]
    public PSObject? Row { get; set; }

    /// <summary>What the current record asks for, from the command's own properties.</summary>
    private protected abstract Change<TResult> Describe();

    /// <summary>Whether results come out; commands that are silent by convention look at -PassThru.</summary>
    private protected virtual bool WritesResult => true;

    /// <summary>The caller's own row or object, or null where all came from the command line.</summary>
    private protected override object? Target => Source;

    private PSObject? Source => ParameterSetName == ParameterSets.Object ? ((IAcceptsInputObject)this).InputObject : Row;

    private protected override async Task BeginAsync()
    {
        await base.BeginAsync();
        if (RetryInDoubt && Journal is null)
        {
            throw new ApiException(ApiErrorKind.InvalidArgument,
                "-RetryInDoubt needs -Journal: without one nothing is known of an earlier run.");
        }

        _progress = new ProgressMeter(this, MyInvocation.MyCommand.Name);
        _binder = new RecordBinder(this, MyInvocation.BoundParameters.Keys);
        _isWhatIf = LanguagePrimitives.IsTrue(
            MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given) ? given
                : SessionState.PSVariable.GetValue("WhatIfPreference"));
        if (Journal is null)
        {
            return;
        }

        var path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Journal, out var provider, out _);
        if (provider.Name != "FileSystem")
        {
            throw new ApiException(ApiErrorKind.InvalidArgument, $"A journal is a file; '{Journal}' is not.");
        }

        _journal = _isWhatIf ? ChangeJournal.OpenReadOnly(path) : ChangeJournal.Open(path);
    }

    private protected override async Task ProcessAsync()
    {
        _binder!.Bind(this, Source);
        var change = _isWhatIf ? Describe().WithCompletion(null) : Describe();
        var command = MyInvocation.MyCommand.Name;
        var run = new ChangeRun<TResult>(change, command, _journal, JournalKey.Of(command, Api.Identity, change.Fields), _allSent.Task);
        if (run.IsInDoubt && !RetryInDoubt)
        {
            Enqueue(CreateInDoubtError(change));
        }
        else if (run.IsDone || ShouldProcess(change.Subject, change.Action))
        {
            await StartAsync(run);
        }

        _progress!.Report($"row {++_rows}", 0, null);
        await EmitAsync(all: ThrottleLimit == 1 && change.Completion is null);
    }

    private protected override async Task EndAsync()
    {
        using (_progress)
        {
            await Task.WhenAll(_inFlight).WaitAsync(Stop);
            _allSent.SetResult();
            await EmitAsync(all: true);
        }
    }

    /// <summary>What is in the air gets a moment to land, so that the journal knows of it; then it is given up. Nothing new is
    /// sent.</summary>
    private protected override void Release()
    {
        RowAttribute.Forget(); // a last row that did not bind would speak for the next command's own arguments
        Task landed = Task.WhenAny(Task.WhenAll(_pending.Select(pending => pending.Outcome)));
        if (!landed.Wait(Grace))
        {
            _abort.Cancel();
            landed.Wait(Grace);
        }

        _journal?.Dispose();
    }

    private async Task StartAsync(ChangeRun<TResult> run)
    {
        await SlotAsync();
        (var stop, var abort) = (Stop, _abort.Token);
        Enqueue(Task.Run(() => run.ExecuteAsync(stop, abort)));
        _inFlight.Add(run.Sent);
    }

    private void Enqueue(Task<ChangeOutcome<TResult>> outcome) => _pending.Enqueue((outcome, Target));

    private async Task SlotAsync()
    {
        _inFlight.RemoveAll(sent => sent.IsCompleted);
        while (_inFlight.Count >= ThrottleLimit)
        {
            _inFlight.Remove(await Task.WhenAny(_inFlight).WaitAsync(Stop));
        }
    }

    /// <summary>Lets out, in the order of the input, what is ready; or waits for all of it.</summary>
    private async Task EmitAsync(bool all)
    {
        while (_pending.TryPeek(out var next) && (all || next.Outcome.IsCompleted))
        {
            while (!next.Outcome.IsCompleted)
            {
                var done = _out + _pending.Count(pending => pending.Outcome.IsCompleted);
                _progress!.Report($"{done} of {_rows} done", done, _rows);
                await Task.WhenAny(next.Outcome, Task.Delay(ProgressMeter.Pace, Stop));
                Stop.ThrowIfCancellationRequested();
            }

            (var result, var error) = await next.Outcome;
            _pending.Dequeue();
            _out++;
            if (result is not null && WritesResult)
            {
                WriteObject(result);
            }

            if (error is not null)
            {
                Report(error, next.Target);
            }
        }
    }

    private static Task<ChangeOutcome<TResult>> CreateInDoubtError(Change<TResult> change) =>
        Task.FromResult(new ChangeOutcome<TResult>(null, new ApiException(
        ApiErrorKind.InDoubt,
        $"{change.Action} ({change.Subject}): an earlier run sent it, and its journal does not say what became of it. Look at the "
            + $"vendor's side; then add -RetryInDoubt to send it again.")));
}
