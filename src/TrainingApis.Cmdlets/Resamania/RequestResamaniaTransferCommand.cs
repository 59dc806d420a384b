using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Requests transfers of prospects to a club. Each prospect receives a code to accept the transfer.</summary>
[Cmdlet(VerbsLifecycle.Request, "ResamaniaTransfer", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.Fields)]
[OutputType(typeof(Transfer))]
public sealed class RequestResamaniaTransferCommand : ChangeCmdlet<IResamaniaApi, Transfer>
{
    /// <summary>Gets or sets the prospect, as a number or an IRI.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Alias("Iri")]
    [ArgumentCompleter(typeof(ContactIdCompleter))]
    [Id]
    public string? ContactId { get; set; }

    /// <summary>
    /// Gets or sets the club to which the prospect is transferred, as a number or an IRI. A contact in the pipeline does not provide it,
    /// because its club is the current one.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(ClubIdCompleter))]
    [TextField(Trim = true)]
    public string? ClubId { get; set; }

    private protected override Change<Transfer> Describe()
    {
        var request = this.Fill(new TransferRequest());
        var (client, brand) = (Api.Contacts(Observer), Api.ClientToken);
        return Change.Of(ResamaniaOperations.RequestTransfer, request, "request",
            client.RequestTransferAsync,
            transfer => transfer.TransferId,
            reference => new Transfer
            {
                TransferId = reference,
                ContactId = ResamaniaIri.Of(brand, "contacts", request.ContactId),
                ClubId = ResamaniaIri.Of(brand, "clubs", request.ClubId),
                FromJournal = true,
            });
    }
}
