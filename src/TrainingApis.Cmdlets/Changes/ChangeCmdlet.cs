using System.ComponentModel;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Journal;

namespace TrainingApis.Cmdlets.Changes;

/// <summary>
/// Provides the base class for commands that change data at the vendor. A command only describes its change. This class does the rest, in
/// this order: journal look-up, ShouldProcess, journal, request and outcome.
/// </summary>
/// <typeparam name="TApi">The interface of the API.</typeparam>
/// <typeparam name="TResult">The type of the result of a change.</typeparam>
public abstract class ChangeCmdlet<TApi, TResult> : ConnectedCmdlet<TApi>, IDynamicParameters
    where TApi : class, IApi
    where TResult : class
{
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(10);
    private readonly InputRows _rows = new();
    private RecordBinder? _binder;
    private ChangeJournal? _journal;
    private ProgressMeter? _progress;
    private CircuitBreaker? _breaker;
    private ChangeQueue<TResult>? _queue;
    private UnusedColumns? _columns;
    private PSObject? _source;
    private bool _isWhatIf;
    private bool _isSummarized;

    /// <summary>Gets or sets the file of sent changes, so that a run repeated after a crash or Ctrl+C sends nothing twice.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Journal { get; set; }

    /// <summary>Gets or sets whether changes that an earlier run with the same journal left in doubt are sent again.</summary>
    [Parameter]
    public SwitchParameter RetryInDoubt { get; set; }

    /// <summary>Gets or sets the maximum number of requests in flight. Results are written in the order of the input.</summary>
    [Parameter]
    [ValidateRange(1, 16)]
    public int ThrottleLimit { get; set; } = 1;

    /// <summary>Gets the hidden parameter for a row by value; null if the command does not run (Get-Command, completion).</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public object? GetDynamicParameters() => MyInvocation.PipelinePosition > 0 ? _rows.CreateParameter(GetType()) : null;

    /// <summary>Creates the change of the current record from the properties of the command.</summary>
    private protected abstract Change<TResult> Describe();

    /// <summary>Gets whether results are written. Commands that have no output by convention use -PassThru.</summary>
    private protected virtual bool WritesResult => true;

    /// <summary>Gets the output for a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="source">The row or object of the caller; null if all values are from the command line.</param>
    private protected virtual object ToOutput(TResult result, object? source) => result;

    /// <summary>Gets the names of columns that are used but are not parameters.</summary>
    private protected virtual IEnumerable<string> UsedColumns => [];

    /// <summary>Gets the row or object of the caller; null if all values are from the command line.</summary>
    private protected override object? Target => _source;

    private protected override int? InputNumber => MyInvocation.ExpectingInput ? _rows.Received : null;

    private protected override async Task BeginAsync()
    {
        await base.BeginAsync();
        if (RetryInDoubt && Journal is null)
        {
            throw new ApiException(ApiErrorKind.InvalidArgument, "-RetryInDoubt needs the -Journal of the earlier run.");
        }

        _progress = new ProgressMeter(this, MyInvocation.MyCommand.Name);
        _binder = new RecordBinder(this, MyInvocation.BoundParameters.Keys);
        _columns = new UnusedColumns([.. _binder.Names, .. UsedColumns]);
        _rows.Watch(_columns);
        _breaker = CircuitBreaker.For(ThrottleLimit);
        _queue = new ChangeQueue<TResult>(ThrottleLimit, _breaker, Stop);
        _isWhatIf = IsWhatIf;
        if (Journal is not null)
        {
            var path = string.IsNullOrWhiteSpace(Journal)
                ? throw new ApiException(ApiErrorKind.InvalidArgument, "-Journal is blank. Give the path of a file.")
                : ResolveFile(Journal, $"-Journal must be a file path; '{Journal}' is not.");
            _journal = _isWhatIf ? ChangeJournal.OpenReadOnly(path) : ChangeJournal.Open(path);
        }
    }

    private protected override async Task ProcessAsync()
    {
        _source = _rows.Take(this);
        var row = InputNumber;
        _binder!.Bind(this, _source);
        var change = Describe();
        var key = JournalKey.Of(Api.Identity, change.Requests.Select(request => (request.Operation, request.Members)));
        var command = MyInvocation.MyCommand.Name;
        var id = _journal?.Register(command, key, row) ?? new ChangeId(command, key, 1, row);
        if (_isWhatIf)
        {
            change = change with { Completion = null };
        }

        var run = new ChangeRun<TResult>(change, id, _journal);
        if (run.IsInDoubt && !RetryInDoubt)
        {
            _queue!.Add(new(ChangeState.InDoubt, null, change.CreateInDoubtError()), _source, row);
        }
        else if (run.IsDone || ShouldProcess(
            _isWhatIf && change.Preview is not null ? await change.Preview(run.Begun, Stop) : change.Description))
        {
            while (!await _queue!.TryStartAsync(run, _source, row))
            {
                await PauseAsync();
            }
        }

        _progress!.Report($"row {_queue!.Added}", 0, null);
        await EmitAsync(all: ThrottleLimit == 1 && change.Completion is null);
    }

    private protected override async Task EndAsync()
    {
        using (_progress)
        {
            await _queue!.EndAsync();
            await EmitAsync(all: true);
            _columns!.Write(WriteWarning, WriteVerbose);
            Summarize(isComplete: true);
        }
    }

    /// <summary>Waits a limited time for requests in flight, so that the journal contains their outcomes. Nothing new is sent.</summary>
    private protected override void Release()
    {
        _rows.Release();
        if (_queue is not null)
        {
            Drain(_queue);
            if (Stopping)
            {
                Summarize();
            }
        }

        _journal?.Dispose();
    }

    /// <summary>Pauses the run after several consecutive outcomes in doubt.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.VendorUnavailable"/>: the vendor did not recover in time.</exception>
    private async Task PauseAsync()
    {
        await _queue!.SettleAsync();
        await EmitAsync(all: false);
        if (!_breaker!.IsOpen)
        {
            return; // a change that was in flight had a definite outcome
        }

        var probe = new VendorProbe(Api);
        if (!_breaker.IsOnTrial)
        {
            WriteWarning(probe.CreateWarning(_breaker.Threshold));
        }

        if (!await _breaker.ProbeAsync(probe.SendAsync, Stop))
        {
            await _queue.EndAsync();
            await EmitAsync(all: true);
            Summarize();
            throw probe.CreateError(_breaker.Threshold);
        }
    }

    /// <summary>Writes the known outcomes in the order of the input, or waits for all outcomes.</summary>
    private async Task EmitAsync(bool all)
    {
        while (true)
        {
            if (_queue!.TryTake(out var outcome, out var target, out var row))
            {
                if (outcome.Result is not null && WritesResult)
                {
                    CachedIdCompleter.Remember(Used.Seen, outcome.Result);
                    WriteObject(ToOutput(outcome.Result, target));
                }

                if (outcome.Error is not null)
                {
                    if (IsTerminating(outcome.Error))
                    {
                        Drain(_queue);
                        Summarize();
                    }

                    Report(outcome.Error, target, row);
                }
            }
            else if (all && await _queue.WaitForNextAsync(ProgressMeter.Interval))
            {
                _progress!.Report($"{_queue.Done} of {_queue.Added} done", _queue.Done, _queue.Added);
            }
            else
            {
                return;
            }
        }
    }

    private void Drain(ChangeQueue<TResult> queue)
    {
        if (queue.InFlight == 0)
        {
            queue.Drain(TimeSpan.Zero, CancellationToken.None);
            return;
        }

        if (Stopping)
        {
            WriteToHost(ui => ui.WriteWarningLine(queue.CreateNotice(DrainLimit)));
        }

        using var interrupt = new ConsoleInterrupt();
        queue.Drain(DrainLimit, interrupt.Pressed);
    }

    /// <summary>Writes one line about a run with a journal like Write-Host, or to the host if the streams are closed.</summary>
    private void Summarize(bool isComplete = false)
    {
        if (_journal is null || _isWhatIf || _isSummarized)
        {
            return;
        }

        _isSummarized = true;
        var summary = _queue!.Summarize(Math.Max(_rows.Received, _queue.Added));
        var text = summary.ToText(MyInvocation.MyCommand.Name, Journal!, isComplete);
        if (Stopping)
        {
            WriteToHost(ui => ui.WriteLine(text));
        }
        else
        {
            WriteInformation(new HostInformationMessage { Message = text }, ["PSHOST"]);
        }
    }
}
