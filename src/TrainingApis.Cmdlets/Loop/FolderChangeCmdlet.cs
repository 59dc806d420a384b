using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Loop;

namespace TrainingApis.Cmdlets.Loop;

/// <summary>Base class of commands that change a client file as a whole.</summary>
/// <typeparam name="TResult">The type of a change's result.</typeparam>
public abstract class FolderChangeCmdlet<TResult> : ChangeCmdlet<ILoopApi, TResult>, IAcceptsInputObject
    where TResult : class
{
    /// <summary>Gets or sets a client file.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ParameterSets.Object)]
    [InputType(typeof(Folder))]
    public PSObject? InputObject { get; set; }

    /// <summary>Gets or sets the file's code.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        ParameterSetName = ParameterSets.Fields)]
    [Alias("CodeIbs")]
    [ArgumentCompleter(typeof(FolderCodeCompleter))]
    [Id]
    public string? CodeDossier { get; set; }
}
