namespace TrainingApis.Conferences;

/// <summary>Represents an open connection to Agendize's conferences.</summary>
public interface IConferenceApi : IApi
{
    /// <summary>Gets a client of the conferences. Cheap: make one for each piece of work.</summary>
    /// <param name="observer">Is told what this client does; null for nobody.</param>
    IConferenceClient Client(IApiObserver? observer = null);
}

/// <summary>
/// Reads conferences and their sessions, reads and changes registrations, and creates watches
/// (<c>https://developers.agendize.com/conferences/v1.0/reference/</c>). Every method throws <see cref="ApiException"/>, or
/// <see cref="OperationCanceledException"/> when its token was cancelled. A response with an <c>error</c> is an error whatever its
/// status. A change is never sent twice: what may have happened is <see cref="ApiErrorKind.InDoubt"/>, also when cancelled; an
/// <see cref="OperationCanceledException"/> means that nothing was done. A conference's id may be its external id everywhere.
/// </summary>
public interface IConferenceClient
{
    /// <summary>Gets all conferences (<c>GET conferences</c>).</summary>
    Task<IReadOnlyList<Conference>> GetConferencesAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets one conference (<c>GET conferences/{conferenceId}</c>).</summary>
    Task<Conference> GetConferenceAsync(string conferenceId, CancellationToken cancellationToken = default);

    /// <summary>Gets the sessions of a conference (<c>GET conferences/{conferenceId}/sessions</c>).</summary>
    Task<IReadOnlyList<Session>> GetSessionsAsync(string conferenceId, CancellationToken cancellationToken = default);

    /// <summary>Gets one session (<c>GET conferences/{conferenceId}/sessions/{sessionId}</c>).</summary>
    Task<Session> GetSessionAsync(string conferenceId, string sessionId, CancellationToken cancellationToken = default);

    /// <summary>Gets the registrations for a session (<c>GET conferences/{conferenceId}/sessions/{sessionId}/registrations</c>).</summary>
    /// <param name="conferenceId">The conference.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="includeCancelled">True for cancelled ones too.</param>
    /// <param name="fields">The members to return, by our name or the vendor's; null for all.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    Task<IReadOnlyList<Registration>> GetRegistrationsAsync(string conferenceId, string sessionId, bool includeCancelled = false,
        IReadOnlyCollection<string>? fields = null, CancellationToken cancellationToken = default);

    /// <summary>Gets one registration (<c>GET conferences/{conferenceId}/sessions/{sessionId}/registrations/{id}</c>).</summary>
    Task<Registration> GetRegistrationAsync(string conferenceId, string sessionId, string registrationId,
        IReadOnlyCollection<string>? fields = null, CancellationToken cancellationToken = default);

    /// <summary>Registers a client (<c>POST conferences/{conferenceId}/sessions/{sessionId}/registrations</c>; the method is
    /// inferred).</summary>
    Task<Registration> CreateRegistrationAsync(NewRegistration registration, CancellationToken cancellationToken = default);

    /// <summary>Changes what is given of a registration. The documents do not name the method: <c>PUT …/registrations/{id}</c>, or the
    /// route <c>UpdateRegistration</c>.</summary>
    /// <returns>The registration; only its ids where the vendor returned 204.</returns>
    Task<Registration> UpdateRegistrationAsync(RegistrationChange change, CancellationToken cancellationToken = default);

    /// <summary>Cancels a registration (<c>DELETE …/registrations/{id}</c>), without a body where neither reason nor source is
    /// given.</summary>
    Task CancelRegistrationAsync(RegistrationCancellation cancellation, CancellationToken cancellationToken = default);

    /// <summary>Creates a watch. Method and path are inferred: <c>POST sessions/{sessionId}/registrations/watch</c>, or the route
    /// <c>Watch</c>.</summary>
    Task<Watch> WatchAsync(NewWatch watch, CancellationToken cancellationToken = default);

    /// <summary>Deletes a watch (<c>DELETE</c> of <c>{watchId}</c> under <see cref="ConferenceOptions.WatcherUri"/>).</summary>
    Task UnwatchAsync(WatchRemoval watch, CancellationToken cancellationToken = default);
}
