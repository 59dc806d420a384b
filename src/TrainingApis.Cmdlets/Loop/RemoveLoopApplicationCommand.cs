using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Loop;

namespace TrainingApis.Cmdlets.Loop;

/// <summary>Takes an offer from single contacts of client files.</summary>
[Cmdlet(VerbsCommon.Remove, "LoopApplication", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = ParameterSets.Object)]
[OutputType(typeof(ClientResult))]
public sealed class RemoveLoopApplicationCommand : LoopChangeCmdlet<ClientResult>
{
    /// <summary>Gets or sets the file's code.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Alias("CodeIbs")]
    [ArgumentCompleter(typeof(FolderCodeCompleter))]
    [Id]
    public string? CodeDossier { get; set; }

    /// <summary>Gets or sets the contact's e-mail address.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Id]
    public string? Email { get; set; }

    /// <summary>Gets or sets the offer, by our name or the vendor's word.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [EnumField(typeof(Offer), "co-production=CoProduction")]
    public Offer? Offer { get; set; }

    /// <summary>Gets or sets whether the command emits what the vendor said.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool WritesResult => PassThru;

    private protected override Change<ClientResult> Describe()
    {
        var request = this.Fill(new ContactOffer());
        return LoopChange.Of(LoopOperations.RemoveApplication, request, "remove", request.Email, request.CodeDossier,
            Api.Client(Observer).RemoveApplicationAsync);
    }
}
