using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Moves registrations to other sessions. Cegos queues each move; with -Wait, the command waits until all have ended.</summary>
[Cmdlet(VerbsCommon.Move, "CegosRegistration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = ParameterSets.Object)]
[OutputType(typeof(Deferral))]
public sealed class MoveCegosRegistrationCommand : RegistrationChangeCmdlet<Deferral>
{
    private DeferralWait? _wait;

    /// <summary>Gets or sets the session to which the registration is moved.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ParameterSets.Object)]
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(SessionCodeCompleter))]
    [TextField(Trim = true)]
    public string? SessionId { get; set; }

    /// <summary>Gets or sets whether the command waits until Cegos has completed all moves.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Gets or sets the maximum time to wait for each move, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int WaitTimeoutSec { get; set; } = 300;

    private protected override Change<Deferral> Describe()
    {
        var request = this.Fill(new RegistrationDeferral());
        var client = Api.Registrations(Observer);
        var change = Change.Of(CegosOperations.DeferRegistration, request, "defer",
            client.DeferAsync,
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

/// <summary>Waits for many deferrals at the same time, with a limited number of requests in flight.</summary>
internal sealed class DeferralWait(ICegosRegistrationClient client, TimeSpan timeout, int slots)
{
    private readonly SemaphoreSlim _slots = new(slots);

    /// <summary>Waits until a deferral has ended, and returns it.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.Timeout"/>: the deferral has not ended in time; <see
    /// cref="ApiErrorKind.Rejected"/>: the deferral failed.</exception>
    public async Task<Deferral> WaitAsync(Deferral pending, CancellationToken cancellation)
    {
        if (pending.HasEnded)
        {
            return pending;
        }

        Deferral deferral;
        try
        {
            deferral = await client.WaitForDeferralAsync(pending.TransactionId!, timeout, _slots, cancellation).ConfigureAwait(false);
        }
        catch (ApiException error) when (error.Kind == ApiErrorKind.Rejected)
        {
            throw error.With(error.Kind, $"Cannot move registration {pending.OldRegistrationNumber}: "
                + $"{error.Reason?.TrimEnd('.', ' ') ?? "no reason given"} (Cegos).");
        }

        pending.StatusRaw = deferral.StatusRaw;
        pending.RegistrationNumber = deferral.RegistrationNumber;
        pending.Message = deferral.Message;
        return pending.HasEnded ? pending : throw new ApiException(
            ApiErrorKind.Timeout,
            $"The deferral {pending.TransactionId} has not ended within {timeout.TotalSeconds:0} s. Resume with: Get-CegosDeferral "
                + $"-TransactionId {pending.TransactionId} -Wait")
        {
            Api = ApiService.Cegos,
            Operation = "GetDeferral",
        };
    }
}
