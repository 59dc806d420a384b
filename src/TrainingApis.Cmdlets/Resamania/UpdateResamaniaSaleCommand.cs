using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Refreshes the contact in sales after the contact was moved.</summary>
[Cmdlet(VerbsData.Update, "ResamaniaSale", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.Fields)]
[OutputType(typeof(SaleResult))]
public sealed class UpdateResamaniaSaleCommand : ChangeCmdlet<IResamaniaApi, SaleResult>
{
    /// <summary>Gets or sets the sale, as a number or an IRI.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        ParameterSetName = ParameterSets.Fields)]
    [Id]
    public string? SaleId { get; set; }

    /// <summary>Gets or sets whether the command emits the sale.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool WritesResult => PassThru;

    private protected override Change<SaleResult> Describe() => Change.Of(
        ResamaniaOperations.UpdateSale, new SaleUpdate { SaleId = SaleId! }, "sale", Api.Contacts(Observer).UpdateSaleAsync,
        result => result.SaleId,
        reference => new SaleResult { SaleId = reference, FromJournal = true });
}
