using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Cancels registrations.</summary>
[Cmdlet(VerbsCommon.Remove, "CegosRegistration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = ParameterSets.Object)]
[OutputType(typeof(CancellationResult))]
public sealed class RemoveCegosRegistrationCommand : RegistrationChangeCmdlet<CancellationResult>
{
    /// <summary>Gets or sets the reason of the cancellation.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Reason { get; set; }

    /// <summary>Gets or sets the user who cancels the registration.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? User { get; set; }

    /// <summary>Gets or sets whether the command emits the response of Cegos.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool WritesResult => PassThru;

    private protected override Change<CancellationResult> Describe() => Change.Of(
        CegosOperations.CancelRegistration, this.Fill(new RegistrationCancellation()), "cancel", Api.Registrations(Observer).CancelAsync,
        result => result.RegistrationNumber,
        reference => new CancellationResult { RegistrationNumber = reference, FromJournal = true });
}
