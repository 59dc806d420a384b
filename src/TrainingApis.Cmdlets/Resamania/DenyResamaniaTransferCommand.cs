using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Cancels requested transfers.</summary>
[Cmdlet(VerbsLifecycle.Deny, "ResamaniaTransfer", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.Fields)]
[OutputType(typeof(Transfer))]
public sealed class DenyResamaniaTransferCommand : ChangeCmdlet<IResamaniaApi, Transfer>
{
    /// <summary>Gets or sets the transfer, as a number or an IRI.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        ParameterSetName = ParameterSets.Fields)]
    [Id]
    public string? TransferId { get; set; }

    /// <summary>Gets or sets the code that the contact received, if Resamania requires it.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField(Trim = true)]
    public string? Code { get; set; }

    private protected override Change<Transfer> Describe() => Change.Of(
        ResamaniaOperations.DenyTransfer, this.Fill(new TransferDenial(), RequestFields.WithoutEmpty), "deny",
        Api.Contacts(Observer).DenyTransferAsync,
        transfer => transfer.TransferId,
        reference => new Transfer { TransferId = reference, Status = TransferStatus.Denied, FromJournal = true });
}
