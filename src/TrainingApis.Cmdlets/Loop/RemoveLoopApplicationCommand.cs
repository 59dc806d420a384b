using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Loop;

namespace TrainingApis.Cmdlets.Loop;

/// <summary>Removes an offer from single contacts of client files.</summary>
[Cmdlet(VerbsCommon.Remove, "LoopApplication", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = ParameterSets.Object)]
[OutputType(typeof(ClientResult))]
public sealed class RemoveLoopApplicationCommand : LoopChangeCmdlet<ClientResult>
{
    /// <summary>Gets or sets the code of the client file.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Alias("CodeIbs")]
    [ArgumentCompleter(typeof(FolderCodeCompleter))]
    [Id]
    public string? CodeDossier { get; set; }

    /// <summary>Gets or sets the e-mail address of the contact.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Id]
    public string? Email { get; set; }

    /// <summary>Gets or sets the offer, by its name in this module or at Loop.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [EnumField(typeof(Offer), "co-production=CoProduction")]
    public Offer? Offer { get; set; }

    /// <summary>Gets or sets whether the command emits the response of Loop.</summary>
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
