using System.ComponentModel;
using System.Management.Automation.Host;
using TrainingApis.Cmdlets.Errors;

namespace TrainingApis.Cmdlets.Base;

/// <summary>
/// Provides the base class for all commands. Asynchronous bodies run on the pipeline thread and are cancelled when the pipeline stops or
/// ends. All exceptions are converted to error records in one place.
/// </summary>
public abstract class ApiCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PipelineSynchronizationContext _pump;
    private CmdletObserver? _observer;
    private int _inputs;

    /// <summary>Initializes the synchronization context. No work starts yet.</summary>
    protected ApiCmdlet() => _pump = new PipelineSynchronizationContext(CancelWork);

    /// <summary>
    /// Gets a token that is cancelled when the pipeline stops (Ctrl+C) or has ended early (Select-Object -First, -ErrorAction Stop).
    /// </summary>
    internal CancellationToken Stop => _stop.Token;

    /// <summary>Gets the observer that writes client events to the verbose, warning and progress streams.</summary>
    private protected IApiObserver Observer => _observer ??= new CmdletObserver(this);

    /// <summary>Runs once, before the first record.</summary>
    private protected virtual Task BeginAsync() => Task.CompletedTask;

    /// <summary>Runs for each record.</summary>
    private protected virtual Task ProcessAsync() => Task.CompletedTask;

    /// <summary>Runs after the last record, unless the pipeline ended early.</summary>
    private protected virtual Task EndAsync() => Task.CompletedTask;

    /// <summary>Gets the target object for errors of the current record, if the body does not specify one.</summary>
    private protected virtual object? Target => null;

    /// <summary>Gets the number of the current input object, from 1; null if there is no pipeline input.</summary>
    private protected virtual int? InputNumber => MyInvocation.ExpectingInput ? _inputs : null;

    /// <summary>Gets whether the command runs with -WhatIf, so that changes are only shown.</summary>
    private protected bool IsWhatIf => LanguagePrimitives.IsTrue(MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? given
        : SessionState.PSVariable.GetValue("WhatIfPreference"));

    /// <inheritdoc/>
    protected sealed override void BeginProcessing() => Run(BeginAsync, error => Refuse(error, null));

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        _inputs++;
        Run(ProcessAsync, error => Report(error, Target));
    }

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Run(EndAsync, error => Report(error, Target));

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => CancelWork();

    /// <summary>
    /// Ends all work in progress. This is the only method that PowerShell calls after Select-Object -First or -ErrorAction Stop.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Dispose()
    {
        CancelWork();
        Release();
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the resources of the command, such as a journal, when the command is disposed.</summary>
    private protected virtual void Release() { }

    /// <summary>Runs an action on the pipeline thread as soon as that thread is idle. This method can be called from any thread.</summary>
    internal void Post(Action work) => _pump.Post(static state => ((Action)state!)(), work);

    internal new void WriteObject(object? value) => PipelineSynchronizationContext.WithoutContext(() => base.WriteObject(value));

    internal new void WriteVerbose(string text) => PipelineSynchronizationContext.WithoutContext(() => base.WriteVerbose(text));

    internal new void WriteDebug(string text) => PipelineSynchronizationContext.WithoutContext(() => base.WriteDebug(text));

    internal new void WriteWarning(string text) => PipelineSynchronizationContext.WithoutContext(() => base.WriteWarning(text));

    internal void WriteInformation(HostInformationMessage message, string[] tags) =>
        PipelineSynchronizationContext.WithoutContext(() => base.WriteInformation(message, tags));

    /// <summary>
    /// Writes directly to the host, for text that must be visible after the streams are closed. A host without a console shows nothing.
    /// </summary>
    internal void WriteToHost(Action<PSHostUserInterface> write)
    {
        try
        {
            write(Host.UI);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The host has no user interface to write to.
        }
    }

    internal new void WriteProgress(ProgressRecord record) =>
        PipelineSynchronizationContext.WithoutContext(() => base.WriteProgress(record));

    internal new void WriteError(ErrorRecord error) => PipelineSynchronizationContext.WithoutContext(() => base.WriteError(error));

    /// <summary>Requests a confirmation of the described change: <c>Register trainee CON-10 for session SES-1</c>.</summary>
    internal new bool ShouldProcess(string description) => Ask(() =>
        base.ShouldProcess(OneLine.Of(description) + ".", OneLine.Of(description) + "?", "Confirm"));

    /// <summary>Requests a confirmation of the action on the target.</summary>
    internal new bool ShouldProcess(string target, string action) => Ask(() => base.ShouldProcess(OneLine.Of(target), OneLine.Of(action)));

    /// <summary>
    /// Reports the failure of one item, and the command continues. Refused credentials and a missing connection end the command.
    /// </summary>
    internal void Report(ApiException error, object? target) => Report(error, target, InputNumber);

    /// <summary>Reports the failure of the item of the specified input object.</summary>
    internal void Report(ApiException error, object? target, int? input)
    {
        if (IsTerminating(error))
        {
            Refuse(error, target, input);
        }
        else
        {
            WriteError(ErrorRecordFactory.From(error, target, input));
        }
    }

    /// <summary>Reports an exception that <see cref="IsFailure"/> accepts.</summary>
    internal void Report(Exception error, object? target) => Report(error as ApiException ?? ErrorRecordFactory.Unforeseen(error), target);

    /// <summary>Runs the work for one item. A failure is reported as a separate error, and the command continues.</summary>
    private protected async Task TryAsync(object? target, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception error) when (IsFailure(error))
        {
            Report(error, target);
        }
    }

    /// <summary>Gets the full path of a specified file.</summary>
    /// <param name="given">The path, which can be relative to the current location.</param>
    /// <param name="refusal">The message if the path is not a path of the file system.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: the path is not a path of the file system.</exception>
    private protected string ResolveFile(string given, string refusal)
    {
        var path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(given, out var provider, out _);
        return provider.Name == "FileSystem" ? path : throw new ApiException(ApiErrorKind.InvalidArgument, refusal);
    }

    /// <summary>Gets whether an error ends the command.</summary>
    private protected static bool IsTerminating(ApiException error) => error.Kind is ApiErrorKind.NotConnected
        or ApiErrorKind.AuthenticationFailed or ApiErrorKind.VendorUnavailable or ApiErrorKind.CannotPrompt
        or ApiErrorKind.InvalidData;

    /// <summary>Gets whether an exception is a failure, expected or not; false for an exception that only ends the command.</summary>
    internal bool IsFailure(Exception error) =>
        error is ApiException || !(ErrorRecordFactory.IsOfTheEngine(error)
            || (error is OperationCanceledException && _stop.IsCancellationRequested));

    /// <summary>Ends the command with the specified error.</summary>
    private void Refuse(ApiException error, object? target, int? input = null) =>
        PipelineSynchronizationContext.WithoutContext(() => ThrowTerminatingError(ErrorRecordFactory.From(error, target, input)));

    /// <summary>Requests a confirmation. If a host cannot request one, the type of its exception depends on the host.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.CannotPrompt"/>: the host cannot request a confirmation.</exception>
    private static bool Ask(Func<bool> ask)
    {
        try
        {
            return PipelineSynchronizationContext.WithoutContext(ask);
        }
        catch (Exception error) when (error is HostException or NullReferenceException or InvalidOperationException
            or NotImplementedException)
        {
            throw new ApiException(
                ApiErrorKind.CannotPrompt,
                "This command asks for confirmation, but the session is not interactive. "
                    + "Add -Confirm:$false in scheduled scripts. Nothing was sent.");
        }
    }

    private void Run(Func<Task> body, Action<ApiException> report)
    {
        try
        {
            _pump.Run(body);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (Exception error) when (IsFailure(error))
        {
            report(error as ApiException ?? ErrorRecordFactory.Unforeseen(error));
        }
    }

    /// <summary>
    /// Cancels the work. The source is never disposed, because a stop can occur on another thread after Dispose, and it has no unmanaged
    /// resources.
    /// </summary>
    private void CancelWork() => _stop.Cancel();
}
