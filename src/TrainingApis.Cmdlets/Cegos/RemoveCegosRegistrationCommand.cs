using System.Management.Automation;
using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Cancels registrations.</summary>
[Cmdlet(VerbsCommon.Remove, "CegosRegistration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = ParameterSets.Object)]
[OutputType(typeof(CancellationResult))]
public sealed class RemoveCegosRegistrationCommand : ChangeCmdlet<ICegosApi, CancellationResult>, IAcceptsInputObject
{
    /// <summary>Gets or sets A registration, or a deferral, whose new registration is meant.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ParameterSets.Object)]
    [InputType(typeof(RegistrationResult), typeof(Deferral))]
    public PSObject? InputObject { get; set; }

    /// <summary>The number of the registration.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(RegistrationNumberCompleter))]
    [Id]
    public string? RegistrationNumber { get; set; }

    /// <summary>Gets or sets the why it is cancelled.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Reason { get; set; }

    /// <summary>Gets or sets who cancels it.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? User { get; set; }

    /// <summary>Gets or sets whether the command emits what the vendor said.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool WritesResult => PassThru;

    private protected override Change<CancellationResult> Describe()
    {
        var request = new RegistrationCancellation { RegistrationNumber = RegistrationNumber!, Reason = Reason, User = User };
        var client = Api.Registrations(Observer);
        return Change.Of(CegosOperations.CancelRegistration, request, "cancel",
            cancellation => client.CancelAsync(request, cancellation),
            result => result.RegistrationNumber,
            (reference, _) => Task.FromResult(new CancellationResult { RegistrationNumber = reference, FromJournal = true }));
    }
}
