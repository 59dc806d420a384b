using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Confirms transfers with the code that the contact received.</summary>
[Cmdlet(VerbsLifecycle.Confirm, "ResamaniaTransfer", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = ParameterSets.Fields)]
[OutputType(typeof(Transfer))]
public sealed class ConfirmResamaniaTransferCommand : ChangeCmdlet<IResamaniaApi, Transfer>
{
    /// <summary>Gets or sets the transfer, as a number or an IRI.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Id]
    public string? TransferId { get; set; }

    /// <summary>Gets or sets the code that the contact received.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField(Trim = true)]
    public string? Code { get; set; }

    private protected override Change<Transfer> Describe()
    {
        var request = this.Fill(new TransferConfirmation(), RequestFields.WithoutEmpty);
        return Change.Of(ResamaniaOperations.ConfirmTransfer, request, "confirm", Api.Contacts(Observer).ConfirmTransferAsync,
            transfer => transfer.ResultContactId ?? transfer.TransferId,
            reference => new Transfer
            {
                TransferId = request.TransferId,
                ResultContactId = reference?.Contains("/contacts/") == true ? reference : null,
                Status = TransferStatus.Confirmed,
                FromJournal = true,
            });
    }
}
