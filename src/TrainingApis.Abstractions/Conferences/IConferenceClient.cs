namespace TrainingApis.Conferences;

/// <summary>
/// Conferences, their sessions, the registrations for them, and watches. Every method throws <see cref="ApiException"/> and nothing else,
/// but for <see cref="OperationCanceledException"/> when its token was cancelled. An answer with an <c>error</c> is one whatever its
/// status.
/// The changes are never sent twice: what may have happened is <see cref="ApiErrorKind.InDoubt"/> (also when cancelled; an
/// <see cref="OperationCanceledException"/> means that nothing was done). A conference's id may be its external id everywhere.
/// Source of all facts: <c>https://developers.agendize.com/conferences/v1.0/reference/</c>.
/// </summary>
public interface IConferenceClient
{
    /// <summary>Reads all conferences (<c>GET conferences</c>).</summary>
    Task<IReadOnlyList<Conference>> GetConferencesAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads one conference (<c>GET conferences/{conferenceId}</c>).</summary>
    Task<Conference> GetConferenceAsync(string conferenceId, CancellationToken cancellationToken = default);

    /// <summary>Reads the sessions of a conference (<c>GET conferences/{conferenceId}/sessions</c>).</summary>
    Task<IReadOnlyList<Session>> GetSessionsAsync(string conferenceId, CancellationToken cancellationToken = default);

    /// <summary>Reads one session (<c>GET conferences/{conferenceId}/sessions/{sessionId}</c>).</summary>
    Task<Session> GetSessionAsync(string conferenceId, string sessionId, CancellationToken cancellationToken = default);

    /// <summary>Reads the registrations for a session (<c>GET conferences/{conferenceId}/sessions/{sessionId}/registrations</c>).</summary>
    /// <param name="conferenceId">The conference.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="includeCancelled">Reads the cancelled ones too.</param>
    /// <param name="fields">The members to ask for, by our names or the vendor's; the id always comes along. Null for all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<IReadOnlyList<Registration>> GetRegistrationsAsync(
        string conferenceId, string sessionId, bool includeCancelled = false, IReadOnlyCollection<string>? fields = null,
            CancellationToken cancellationToken = default);

    /// <summary>Reads one registration (<c>GET conferences/{conferenceId}/sessions/{sessionId}/registrations/{id}</c>).</summary>
    Task<Registration> GetRegistrationAsync(
        string conferenceId, string sessionId, string registrationId, IReadOnlyCollection<string>? fields = null,
            CancellationToken cancellationToken = default);

    /// <summary>Registers a client (<c>POST conferences/{conferenceId}/sessions/{sessionId}/registrations</c>; the method is
    /// inferred).</summary>
    Task<Registration> CreateRegistrationAsync(string conferenceId, string sessionId, NewRegistration registration,
        CancellationToken cancellationToken = default);

    /// <summary>Changes what is given of a registration. The method is not documented: <c>PUT …/registrations/{id}</c>, or the route
    /// <c>UpdateRegistration</c>.</summary>
    /// <returns>The registration; only its ids where the vendor answered 204.</returns>
    Task<Registration> UpdateRegistrationAsync(
        string conferenceId, string sessionId, string registrationId, RegistrationChange change,
            CancellationToken cancellationToken = default);

    /// <summary>Cancels a registration (<c>DELETE …/registrations/{id}</c>), without a body where neither reason nor source is
    /// given.</summary>
    Task CancelRegistrationAsync(
        string conferenceId, string sessionId, string registrationId, string? reason = null, string? source = null,
            CancellationToken cancellationToken = default);

    /// <summary>Makes a watch. Method and path are inferred: <c>POST sessions/{sessionId}/registrations/watch</c>, or the route
    /// <c>Watch</c>.</summary>
    Task<Watch> WatchAsync(NewWatch watch, CancellationToken cancellationToken = default);

    /// <summary>Ends a watch (<c>DELETE</c> of <c>{watchId}</c> under <see cref="ConferenceOptions.WatcherUri"/>).</summary>
    Task UnwatchAsync(string watchId, CancellationToken cancellationToken = default);
}
