using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Loop;

namespace TrainingApis.Cmdlets.Loop;

/// <summary>Removes offers from client files, for all contacts.</summary>
[Cmdlet(VerbsCommon.Remove, "LoopCollaborativeOffer", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = ParameterSets.Object)]
[OutputType(typeof(OfferResult))]
public sealed class RemoveLoopCollaborativeOfferCommand : FolderChangeCmdlet<OfferResult>
{
    /// <summary>Gets or sets the offer, by its name in this module or at Loop.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ParameterSets.Object)]
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [EnumField(typeof(Offer), "co-production=CoProduction")]
    public Offer? Offer { get; set; }

    /// <summary>Gets or sets whether the command emits the response of Loop.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool WritesResult => PassThru;

    private protected override Change<OfferResult> Describe()
    {
        var request = this.Fill(new FolderOffer());
        return Change.Of(LoopOperations.RemoveOffer, request, "remove", Api.Client(Observer).RemoveOfferAsync,
            result => result.CodeDossier,
            reference => new OfferResult { CodeDossier = reference, Offer = request.Offer, FromJournal = true });
    }
}
