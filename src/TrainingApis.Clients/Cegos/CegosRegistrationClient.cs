using TrainingApis.Cegos;
using TrainingApis.Clients.Http;

namespace TrainingApis.Clients.Cegos;

/// <summary>Creates, cancels and moves registrations of Cegos.</summary>
internal sealed class CegosRegistrationClient(CegosApi api, IApiObserver? observer) : ApiClient<CegosApi>(api, observer),
    ICegosRegistrationClient
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private const double Jitter = 0.2;

    private readonly Random _random = new();

    public Task<LeadResult> CreateLeadAsync(NewLead lead, CancellationToken cancellationToken = default) =>
        ChangeAsync(CegosOperations.CreateLead, lead, needsId: true, result =>
            new LeadResult { Id = result.Id, Code = result.Code, Message = Clean(result.Reason), Email = lead.Email }, cancellationToken);

    public Task<RegistrationResult> RegisterAsync(NewRegistration registration, CancellationToken cancellationToken = default) =>
        ChangeAsync(CegosOperations.CreateRegistration, registration, needsId: true, result => new RegistrationResult
        {
            RegistrationNumber = result.Id,
            Code = result.Code,
            Message = Clean(result.Reason),
            SessionId = registration.SessionId,
            TraineeCrmId = registration.TraineeCrmId,
            ClientReference = registration.ClientReference,
        }, cancellationToken);

    public Task<CancellationResult> CancelAsync(RegistrationCancellation cancellation, CancellationToken cancellationToken = default) =>
        ChangeAsync(CegosOperations.CancelRegistration, cancellation, needsId: false, result => new CancellationResult
        {
            RegistrationNumber = cancellation.RegistrationNumber,
            Code = result.Code,
            Message = Clean(result.Reason),
        }, cancellationToken);

    public Task<Deferral> DeferAsync(RegistrationDeferral deferral, CancellationToken cancellationToken = default) =>
        SendAsync(CegosOperations.DeferRegistration, deferral, response => new Deferral
        {
            TransactionId = RegistrationResponse.ReadTransaction(response),
            StatusRaw = nameof(DeferralStatus.Scheduled),
            OldRegistrationNumber = deferral.RegistrationNumber,
        }, cancellationToken);

    public Task<Deferral> GetDeferralAsync(string transactionId, CancellationToken cancellationToken = default) =>
        SendAsync(CegosOperations.GetDeferral, Members(InPath("transactionId", transactionId)),
            response => RegistrationResponse.ReadDeferral(response, transactionId), cancellationToken);

    public async Task<Deferral> WaitForDeferralAsync(string transactionId, TimeSpan timeout, SemaphoreSlim? slots = null,
        CancellationToken cancellationToken = default)
    {
        var began = Api.Time.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var left = timeout - Api.Time.GetElapsedTime(began);
            var wait = pause * (1 - (Jitter * _random.NextDouble()));
            // This is decided before the wait, because a timer can end slightly before its time on this clock.
            var isLast = wait >= left;
            await Api.Time.Delay(!isLast ? wait : left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
            await (slots?.WaitAsync(cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
            try
            {
                var deferral = await GetDeferralAsync(transactionId, cancellationToken).ConfigureAwait(false);
                if (isLast || deferral.HasEnded || Api.Time.GetElapsedTime(began) >= timeout)
                {
                    return deferral;
                }
            }
            finally
            {
                slots?.Release();
            }
        }
    }

    private Task<T> ChangeAsync<T>(Operation operation, object request, bool needsId, Func<RegistrationResponse, T> map,
        CancellationToken cancellationToken) =>
        SendAsync(operation, request, response => map(RegistrationResponse.ReadChange(response, needsId)), cancellationToken);
}
