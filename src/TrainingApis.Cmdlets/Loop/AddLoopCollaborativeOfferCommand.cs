using System.Management.Automation;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Loop;

namespace TrainingApis.Cmdlets.Loop;

/// <summary>Adds offers to client files; with an e-mail address, to one contact of a file by the vendor's replacement route.</summary>
[Cmdlet(VerbsCommon.Add, "LoopCollaborativeOffer", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.Object)]
[OutputType(typeof(OfferResult))]
public sealed class AddLoopCollaborativeOfferCommand : ChangeCmdlet<ILoopApi, OfferResult>, IAcceptsInputObject
{
    private bool _noted;

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

    /// <summary>Gets or sets the offer, by our name or the vendor's word.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ParameterSets.Object)]
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [EnumField(typeof(Offer), "co-production=CoProduction")]
    public Offer? Offer { get; set; }

    /// <summary>Gets or sets one existing contact that gets the offer, by the vendor's replacement route, whose body is not
    /// documented.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Email { get; set; }

    private protected override Change<OfferResult> Describe()
    {
        (var code, var offer, var email) = (CodeDossier!, Offer!.Value, LoopChange.TextOf(Email));
        var client = Api.Client(Observer);
        Func<string?, CancellationToken, Task<OfferResult>> replay = (reference, _) =>
            Task.FromResult(new OfferResult { CodeDossier = reference, Offer = offer, FromJournal = true });
        if (email is not null)
        {
            var toContact = new ContactOffer { Email = email, CodeDossier = code, Offer = offer };
            return Change.Of(LoopOperations.AddOfferToContact, toContact, "add",
                cancellation => client.AddOfferToContactAsync(toContact, cancellation), result => result.CodeDossier, replay);
        }

        Note();
        var toFolder = new FolderOffer { CodeDossier = code, Offer = offer };
        return Change.Of(LoopOperations.AddOffer, toFolder, "add",
            cancellation => client.AddOfferAsync(toFolder, cancellation), result => result.CodeDossier, replay);
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
