namespace TrainingApis.Cmdlets.Changes;

/// <summary>Finds out whether a vendor responds, before a run that was paused goes on.</summary>
/// <param name="api">The connection.</param>
internal sealed class VendorProbe(IApi api)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>Sends a harmless request. True where the vendor responds, though it may refuse.</summary>
    public async Task<bool> SendAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Timeout);
        try
        {
            await api.PingAsync(null, limit.Token);
            return true;
        }
        catch (ApiException error)
        {
            return error.Kind is not (ApiErrorKind.Unreachable or ApiErrorKind.Timeout or ApiErrorKind.UnexpectedResponse
                or ApiErrorKind.RateLimited);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Creates the warning of a run that pauses.</summary>
    /// <param name="inDoubt">The number of outcomes in doubt in a row.</param>
    public string CreateWarning(int inDoubt) => $"The outcomes of {inDoubt} changes in a row are unknown. No further row is sent until "
        + $"{api.Service} responds; trying for up to {CircuitBreaker.Limit.TotalMinutes:0} minutes.";

    /// <summary>Creates the error of a run that ends since the vendor did not recover.</summary>
    /// <param name="inDoubt">The number of outcomes in doubt in a row.</param>
    public ApiException CreateError(int inDoubt) => new(
        ApiErrorKind.VendorUnavailable,
        $"{api.Service} left {inDoubt} changes in a row in doubt and did not recover within {CircuitBreaker.Limit.TotalMinutes:0} minutes. "
            + "The remaining rows were not sent.")
    {
        Api = api.Service,
    };
}
