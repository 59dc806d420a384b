using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Loop;

namespace TrainingApis.Cmdlets.Loop;

/// <summary>Provisions client files: each one gets its database and its document store.</summary>
[Cmdlet(VerbsData.Initialize, "LoopFolder", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.Object)]
[OutputType(typeof(OperationResult))]
public sealed class InitializeLoopFolderCommand : FolderChangeCmdlet<OperationResult>
{
    /// <summary>Gets or sets the offer that the client file gets. It is only sent if it is specified.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [EnumField(typeof(Offer), "co-production=CoProduction")]
    public Offer? Offer { get; set; }

    private protected override Change<OperationResult> Describe() => Change.Of(
        LoopOperations.Provision, this.Fill(new FolderProvisioning()), "provision", Api.Client(Observer).ProvisionAsync,
        result => result.CodeDossier,
        reference => new OperationResult { CodeDossier = reference, FromJournal = true });
}
