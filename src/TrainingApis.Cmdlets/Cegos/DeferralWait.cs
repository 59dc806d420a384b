using TrainingApis.Cegos;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Waits for many deferrals at once; only a few of them ask at the same time.</summary>
internal sealed class DeferralWait(ICegosRegistrationClient client, TimeSpan timeout, int slots)
{
    private readonly SemaphoreSlim _slots = new(slots);

    /// <summary>The ended deferral.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.Timeout"/> where it has not ended in time; <see
    /// cref="ApiErrorKind.Rejected"/> where it ended badly.</exception>
    public async Task<Deferral> WaitAsync(Deferral pending, CancellationToken cancellation)
    {
        if (pending.HasEnded)
        {
            return pending;
        }

        var deferral = await client.WaitForDeferralAsync(pending.TransactionId!, timeout, _slots, cancellation).ConfigureAwait(false);
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
