namespace TrainingApis.Cegos;

/// <summary>
/// Leads, registrations, cancellations and deferrals. Every method throws <see cref="ApiException"/> and nothing else, but for
/// <see cref="OperationCanceledException"/> when its token was cancelled. The four changes are never sent twice: what may have
/// happened is <see cref="ApiErrorKind.InDoubt"/> (also when cancelled; an <see cref="OperationCanceledException"/> means that nothing
/// was done); what the vendor refused is <see cref="ApiErrorKind.Rejected"/> with their reason.
/// Source of all facts: <c>https://api.cegos.fr/Documentations/ApiRegistration</c>.
/// </summary>
public interface ICegosRegistrationClient
{
    /// <summary>Creates a lead (<c>POST v1/Leads</c>).</summary>
    Task<LeadResult> CreateLeadAsync(NewLead lead, CancellationToken cancellationToken = default);

    /// <summary>Registers a trainee (<c>POST v1/Registration</c>, or the route <c>CreateRegistration</c>).</summary>
    Task<RegistrationResult> RegisterAsync(NewRegistration registration, CancellationToken cancellationToken = default);

    /// <summary>Cancels a registration. Method and carrier are not documented: <c>DELETE v1/Registration</c> with a body, or the route
    /// <c>CancelRegistration</c>.</summary>
    Task<CancellationResult> CancelAsync(string registrationNumber, string? reason = null, string? user = null,
        CancellationToken cancellationToken = default);

    /// <summary>Asks for a move to another session. The method is not documented: <c>POST v1/Registration/defer</c>, or the route
    /// <c>DeferRegistration</c>.</summary>
    /// <returns>The pending deferral.</returns>
    Task<Deferral> DeferAsync(string registrationNumber, string sessionId, CancellationToken cancellationToken = default);

    /// <summary>Reads how far a deferral is (<c>GET v1/Registration/defer/{transactionId}</c>).</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.Rejected"/> where it ended badly.</exception>
    Task<Deferral> GetDeferralAsync(string transactionId, CancellationToken cancellationToken = default);

    /// <summary>Reads it again, first after 2 seconds, then ever more rarely, up to every 30 seconds, until it has ended or the time is
    /// up.</summary>
    /// <param name="transactionId">Which deferral.</param>
    /// <param name="timeout">How long to go on.</param>
    /// <param name="slots">Held while a read is in flight, so that many can wait and few ask at once; null for no limit.</param>
    /// <param name="cancellationToken">Ends the wait at once.</param>
    /// <returns>The ended deferral; or, when the time is up, the pending one.</returns>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.Rejected"/> where it ended badly.</exception>
    Task<Deferral> WaitForDeferralAsync(string transactionId, TimeSpan timeout, SemaphoreSlim? slots = null,
        CancellationToken cancellationToken = default);
}
