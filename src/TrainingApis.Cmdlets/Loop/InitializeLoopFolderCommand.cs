using System.Management.Automation;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Loop;

namespace TrainingApis.Cmdlets.Loop;

/// <summary>Initializes client files: each gets its database and its document store.</summary>
[Cmdlet(VerbsData.Initialize, "LoopFolder", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.Object)]
[OutputType(typeof(OperationResult))]
public sealed class InitializeLoopFolderCommand : ChangeCmdlet<ILoopApi, OperationResult>, IAcceptsInputObject
{
    /// <summary>Gets or sets A client file.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ParameterSets.Object)]
    [InputType(typeof(Folder))]
    public PSObject? InputObject { get; set; }

    /// <summary>The file's code.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        ParameterSetName = ParameterSets.Fields)]
    [Alias("CodeIbs")]
    [ArgumentCompleter(typeof(FolderCodeCompleter))]
    [Id]
    public string? CodeDossier { get; set; }

    /// <summary>Gets or sets the offer that the folder gets with it; sent only where it is given.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [EnumField(typeof(Offer), "co-production=CoProduction")]
    public Offer? Offer { get; set; }

    private protected override Change<OperationResult> Describe()
    {
        var request = new FolderProvisioning { CodeDossier = CodeDossier!, Offer = Offer };
        var client = Api.Client(Observer);
        return Change.Of(LoopOperations.Provision, request, "provision",
            cancellation => client.ProvisionAsync(request, cancellation),
            result => result.CodeDossier,
            (reference, _) => Task.FromResult(new OperationResult { CodeDossier = reference, FromJournal = true }));
    }
}
