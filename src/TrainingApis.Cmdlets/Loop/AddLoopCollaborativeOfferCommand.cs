using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Loop;

namespace TrainingApis.Cmdlets.Loop;

/// <summary>
/// Adds offers to client files or, with an e-mail address, to one contact of a file through the replacement route of Loop.
/// </summary>
[Cmdlet(VerbsCommon.Add, "LoopCollaborativeOffer", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.Object)]
[OutputType(typeof(OfferResult))]
public sealed class AddLoopCollaborativeOfferCommand : FolderChangeCmdlet<OfferResult>
{
    private bool _noted;

    /// <summary>Gets or sets the offer, by its name in this module or at Loop.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ParameterSets.Object)]
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [EnumField(typeof(Offer), "co-production=CoProduction")]
    public Offer? Offer { get; set; }

    /// <summary>
    /// Gets or sets the existing contact that gets the offer, through the replacement route of Loop, whose body is not documented.
    /// </summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Email { get; set; }

    private protected override Change<OfferResult> Describe()
    {
        var (client, offer) = (Api.Client(Observer), Offer);
        Func<string?, OfferResult> replay = reference => new() { CodeDossier = reference, Offer = offer, FromJournal = true };
        if (!string.IsNullOrEmpty(Email))
        {
            return Change.Of(LoopOperations.AddOfferToContact, this.Fill(new ContactOffer()), "add",
                client.AddOfferToContactAsync, result => result.CodeDossier, replay);
        }

        Note();
        return Change.Of(LoopOperations.AddOffer, this.Fill(new FolderOffer()), "add",
            client.AddOfferAsync, result => result.CodeDossier, replay);
    }

    private void Note()
    {
        if (!_noted)
        {
            WriteVerbose("The vendor calls the route for a whole file deprecated since 2024-07-01. -Email uses the replacement, which "
                + "gives the offer to one contact.");
        }

        _noted = true;
    }
}
