using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Loop;

namespace TrainingApis.Cmdlets.Loop;

/// <summary>Provides the base class for commands that change a client file or its contacts.</summary>
/// <typeparam name="TResult">The type of the result of a change.</typeparam>
public abstract class LoopChangeCmdlet<TResult> : ChangeCmdlet<ILoopApi, TResult>, IAcceptsInputObject
    where TResult : class
{
    /// <summary>Gets or sets a client file.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ParameterSets.Object)]
    [InputType(typeof(Folder))]
    public PSObject? InputObject { get; set; }
}

/// <summary>Provides the base class for commands that change a complete client file.</summary>
/// <typeparam name="TResult">The type of the result of a change.</typeparam>
public abstract class FolderChangeCmdlet<TResult> : LoopChangeCmdlet<TResult>
    where TResult : class
{
    /// <summary>Gets or sets the code of the client file.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        ParameterSetName = ParameterSets.Fields)]
    [Alias("CodeIbs")]
    [ArgumentCompleter(typeof(FolderCodeCompleter))]
    [Id]
    public string? CodeDossier { get; set; }
}

/// <summary>Creates changes of one contact of one client file.</summary>
internal static class LoopChange
{
    public static Change<ClientResult> Of<TRequest>(
        Operation operation,
        TRequest request,
        string step,
        string email,
        string code,
        Func<TRequest, CancellationToken, Task<ClientResult>> send)
        where TRequest : class => Change.Of(operation, request, step, send, result => result.ContactObjectId, reference =>
            new ClientResult { Email = email, CodeDossier = code, ContactObjectId = reference, FromJournal = true });
}
