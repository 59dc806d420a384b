using TrainingApis.Cmdlets.Changes;
using System.Management.Automation;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Confirms transfers with the code that the contact was sent.</summary>
[Cmdlet(VerbsLifecycle.Confirm, "ResamaniaTransfer", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = ParameterSets.Fields)]
[OutputType(typeof(Transfer))]
public sealed class ConfirmResamaniaTransferCommand : ChangeCmdlet<IResamaniaApi, Transfer>
{
    /// <summary>The transfer, as number or IRI.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Id]
    public string? TransferId { get; set; }

    /// <summary>The code that the contact was sent.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    public string? Code { get; set; }

    private protected override Change<Transfer> Describe()
    {
        (var id, var code) = (TransferId!, string.IsNullOrEmpty(Code) ? null : Code);
        var client = Api.Contacts(Observer);
        return Change.Of("Confirm a transfer", $"transfer {id}", Change.FieldsOf(new { id, code }), "confirm",
            cancellation => client.ConfirmTransferAsync(id, code!, cancellation),
            transfer => transfer.ResultContactId ?? transfer.TransferId,
            (reference, _) => Task.FromResult(new Transfer { TransferId = id,
                ResultContactId = reference?.Contains("/contacts/") == true ? reference : null, Status = TransferStatus.Confirmed,
                FromJournal = true }));
    }
}
