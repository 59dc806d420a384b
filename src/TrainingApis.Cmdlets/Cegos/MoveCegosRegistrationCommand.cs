using System.Management.Automation;
using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Moves registrations to other sessions. The vendor queues each move; -Wait stays until all have ended.</summary>
[Cmdlet(VerbsCommon.Move, "CegosRegistration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = ParameterSets.Object)]
[OutputType(typeof(Deferral))]
public sealed class MoveCegosRegistrationCommand : ChangeCmdlet<ICegosApi, Deferral>, IAcceptsInputObject
{
    private DeferralWait? _wait;

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

    /// <summary>Gets or sets the session to move it to.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ParameterSets.Object)]
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(SessionCodeCompleter))]
    [TextField(Trim = true)]
    public string? SessionId { get; set; }

    /// <summary>Gets or sets whether the command stays until the vendor has done them all.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Gets or sets how long to wait for each, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int WaitTimeoutSec { get; set; } = 300;

    private protected override Change<Deferral> Describe()
    {
        var request = new RegistrationDeferral { RegistrationNumber = RegistrationNumber!, SessionId = SessionId! };
        var client = Api.Registrations(Observer);
        var change = Change.Of(CegosOperations.DeferRegistration, request, "defer",
            cancellation => client.DeferAsync(request, cancellation),
            result => result.TransactionId,
            (reference, cancellation) => ReadAgainAsync(client, reference!, request.RegistrationNumber, cancellation));
        return Wait
            ? change with
            {
                Completion = (_wait ??= new DeferralWait(client, TimeSpan.FromSeconds(WaitTimeoutSec),
                ThrottleLimit)).WaitAsync
            }
            : change;
    }

    private static async Task<Deferral> ReadAgainAsync(ICegosRegistrationClient client, string transaction, string number,
        CancellationToken cancellation)
    {
        var deferral = await client.GetDeferralAsync(transaction, cancellation).ConfigureAwait(false);
        deferral.OldRegistrationNumber = number;
        deferral.FromJournal = true;
        return deferral;
    }
}
