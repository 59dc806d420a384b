namespace TrainingApis.Conferences;

/// <summary>Represents an open connection to Agendize.</summary>
public interface IConferenceApi : IApi
{
    /// <summary>Creates a client of the conferences. Clients are lightweight; create one for each task.</summary>
    /// <param name="observer">The observer of the client; null for none.</param>
    IConferenceClient Client(IApiObserver? observer = null);
}

/// <summary>
/// Provides methods that read conferences and their sessions, read and change registrations, and create watches
/// (<c>https://developers.agendize.com/conferences/v1.0/reference/</c>). Each method throws an <see cref="ApiException"/> if it fails, or
/// an <see cref="OperationCanceledException"/> if its cancellation token was cancelled. A response that contains an <c>error</c> is an
/// error, whatever its HTTP status. A change that may have been made is never sent again. If its outcome is unknown, the error is <see
/// cref="ApiErrorKind.InDoubt"/>, also after a cancellation; an <see cref="OperationCanceledException"/> means that nothing was changed.
/// The external ID of a conference can be used wherever its ID is expected.
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
    /// <param name="conferenceId">The ID or the external ID of the conference.</param>
    /// <param name="sessionId">The ID of the session.</param>
    /// <param name="includeCancelled">True to include cancelled registrations.</param>
    /// <param name="fields">The members to return, by the property name or the name at Agendize; null for all.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    Task<IReadOnlyList<Registration>> GetRegistrationsAsync(string conferenceId, string sessionId, bool includeCancelled = false,
        IReadOnlyCollection<string>? fields = null, CancellationToken cancellationToken = default);

    /// <summary>Gets one registration (<c>GET conferences/{conferenceId}/sessions/{sessionId}/registrations/{id}</c>).</summary>
    Task<Registration> GetRegistrationAsync(string conferenceId, string sessionId, string registrationId,
        IReadOnlyCollection<string>? fields = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Registers a client (<c>POST conferences/{conferenceId}/sessions/{sessionId}/registrations</c>; the HTTP method is inferred).
    /// </summary>
    Task<Registration> CreateRegistrationAsync(NewRegistration registration, CancellationToken cancellationToken = default);

    /// <summary>
    /// Changes the specified values of a registration (<c>PUT …/registrations/{id}</c>, or the route <c>UpdateRegistration</c>). The
    /// documents do not specify the HTTP method.
    /// </summary>
    /// <returns>The registration, which contains only the IDs if Agendize returned the status 204.</returns>
    Task<Registration> UpdateRegistrationAsync(RegistrationChange change, CancellationToken cancellationToken = default);

    /// <summary>
    /// Cancels a registration (<c>DELETE …/registrations/{id}</c>). The request has no body if neither the reason nor the source is
    /// specified.
    /// </summary>
    Task CancelRegistrationAsync(RegistrationCancellation cancellation, CancellationToken cancellationToken = default);

    /// <summary>
    /// Creates a watch (<c>POST sessions/{sessionId}/registrations/watch</c>, or the route <c>Watch</c>). The HTTP method and the path are
    /// inferred.
    /// </summary>
    Task<Watch> WatchAsync(NewWatch watch, CancellationToken cancellationToken = default);

    /// <summary>Deletes a watch (<c>DELETE</c> of <c>{watchId}</c> under <see cref="ConferenceOptions.WatcherUri"/>).</summary>
    Task UnwatchAsync(WatchRemoval watch, CancellationToken cancellationToken = default);
}
