using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;
using TrainingApis.Conferences;

namespace TrainingApis.Clients.Conferences;

/// <summary>Reads conferences and sessions, reads and changes registrations, and creates watches of Agendize.</summary>
internal sealed class ConferenceClient(ConferenceApi api, IApiObserver? observer) : ApiClient<ConferenceApi>(api, observer),
    IConferenceClient
{
    private static readonly EnvelopeShape Shape = new("items", AllowsArray: true, AllowsItem: true);
    private static readonly Identity<Conference> Conferences = new("id", conference => conference.ConferenceId);
    private static readonly Identity<Session> Sessions = new("id", session => session.SessionId);
    private static readonly Identity<Registration> Registrations = new("id", registration => registration.RegistrationId);

    public Task PingAsync(CancellationToken cancellationToken) =>
        SendAsync(ConferenceOperations.GetConferences, Members(InQuery("fields", "id")), response => Items(response, Conferences),
            cancellationToken);

    public Task<IReadOnlyList<Conference>> GetConferencesAsync(CancellationToken cancellationToken = default) =>
        SendAsync(ConferenceOperations.GetConferences, Members(), response => Items(response, Conferences), cancellationToken);

    public Task<Conference> GetConferenceAsync(string conferenceId, CancellationToken cancellationToken = default) =>
        SendAsync(ConferenceOperations.GetConference, Ids(conferenceId), response => One(response, Conferences), cancellationToken);

    public Task<IReadOnlyList<Session>> GetSessionsAsync(string conferenceId, CancellationToken cancellationToken = default) =>
        SendAsync(ConferenceOperations.GetSessions, Ids(conferenceId), response => Each(Items(response, Sessions), session =>
            session.ConferenceId = conferenceId), cancellationToken);

    public Task<Session> GetSessionAsync(string conferenceId, string sessionId, CancellationToken cancellationToken = default) =>
        SendAsync(ConferenceOperations.GetSession, Ids(conferenceId, sessionId), response =>
        {
            var session = One(response, Sessions);
            session.ConferenceId = conferenceId;
            return session;
        }, cancellationToken);

    public Task<IReadOnlyList<Registration>> GetRegistrationsAsync(string conferenceId, string sessionId, bool includeCancelled = false,
        IReadOnlyCollection<string>? fields = null, CancellationToken cancellationToken = default) =>
        SendAsync(ConferenceOperations.GetRegistrations,
            Ids(conferenceId, sessionId, null, InQuery("fields", RegistrationFields.Join(fields)),
                InQuery("withCancelled", includeCancelled ? true : null)),
            response => Each(Items(response, Registrations), registration =>
                (registration.ConferenceId, registration.SessionId) = (conferenceId, sessionId)), cancellationToken);

    public Task<Registration> GetRegistrationAsync(string conferenceId, string sessionId, string registrationId,
        IReadOnlyCollection<string>? fields = null, CancellationToken cancellationToken = default) =>
        SendAsync(ConferenceOperations.GetRegistration,
            Ids(conferenceId, sessionId, registrationId, InQuery("fields", RegistrationFields.Join(fields))),
            response => ReadRegistration(response, conferenceId, sessionId), cancellationToken);

    public Task<Registration> CreateRegistrationAsync(NewRegistration registration, CancellationToken cancellationToken = default) =>
        SendAsync(ConferenceOperations.CreateRegistration, registration,
            response => ReadRegistration(response, registration.ConferenceId, registration.SessionId), cancellationToken);

    public Task<Registration> UpdateRegistrationAsync(RegistrationChange change, CancellationToken cancellationToken = default)
    {
        var members = RequestMembers.Of(change);
        return SendAsync(ConferenceOperations.UpdateRegistration, members.Any(member => !member.IsInPath) ? members
            : throw ConferenceOperations.UpdateRegistration.CreateError(ApiErrorKind.InvalidArgument, members,
                "there is nothing to change. Nothing was sent."),
            response => ReadRegistration(response, change.ConferenceId, change.SessionId, change.RegistrationId), cancellationToken);
    }

    public Task CancelRegistrationAsync(RegistrationCancellation cancellation, CancellationToken cancellationToken = default) =>
        SendAsync(ConferenceOperations.CancelRegistration, cancellation, CheckEmpty, cancellationToken);

    public Task<Watch> WatchAsync(NewWatch watch, CancellationToken cancellationToken = default) =>
        SendAsync(Api.CreateRequest(ConferenceOperations.Watch, WatchRequest.MembersOf(watch)) with { HoldsSecrets = true },
            response => WatchRequest.Read(response, watch, Clean), cancellationToken);

    public Task UnwatchAsync(WatchRemoval watch, CancellationToken cancellationToken = default) =>
        SendAsync(ConferenceOperations.Unwatch, watch, CheckEmpty, cancellationToken);

    private static IReadOnlyList<RequestMember> Ids(string conferenceId, string? sessionId = null, string? id = null,
        params RequestMember[] query) =>
        Members([InPath("conferenceId", conferenceId), InPath("sessionId", sessionId), InPath("id", id), .. query]);

    private static IReadOnlyList<T> Each<T>(IReadOnlyList<T> items, Action<T> set)
    {
        foreach (var item in items)
        {
            set(item);
        }

        return items;
    }

    /// <summary>The response can be empty. If it is not, it must not be an error.</summary>
    private bool CheckEmpty(ApiResponse response) =>
        response.Body.Length == 0 || response.Decode(json => ConferenceErrors.Check(response, json, Clean));

    private IReadOnlyList<T> Items<T>(ApiResponse response, Identity<T> identity)
        where T : class => response.Decode(json => ConferenceErrors.Check(response, json, Clean)
            ? Envelope<T>.Read(json, Api.Model, Shape, identity).Items : []);

    private T One<T>(ApiResponse response, Identity<T> identity)
        where T : class => response.Decode(json => ConferenceErrors.Check(response, json, Clean)
            ? Envelope<T>.ReadOne(json, Api.Model, identity) : null!);

    /// <summary>Reads a registration. If its ID is known, the status 204 is a complete response.</summary>
    private Registration ReadRegistration(ApiResponse response, string conferenceId, string sessionId, string? knownId = null)
    {
        var registration = knownId is not null && response.StatusCode == 204 ? new Registration { RegistrationId = knownId }
            : One(response, Registrations);
        (registration.ConferenceId, registration.SessionId) = (conferenceId, sessionId);
        return registration;
    }
}
