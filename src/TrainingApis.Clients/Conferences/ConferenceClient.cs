using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;
using TrainingApis.Conferences;

namespace TrainingApis.Clients.Conferences;

/// <summary>The conferences: each method is build, send, map.</summary>
internal sealed class ConferenceClient(ConferenceApi api, IApiObserver? observer) : IConferenceClient
{
    private const string Conferences = "conferences";
    private const string OneConference = "conferences/{conferenceId}";
    private const string Sessions = "conferences/{conferenceId}/sessions";
    private const string OneSession = "conferences/{conferenceId}/sessions/{sessionId}";
    private const string Registrations = "conferences/{conferenceId}/sessions/{sessionId}/registrations";
    private const string OneRegistration = "conferences/{conferenceId}/sessions/{sessionId}/registrations/{id}";
    private const string OneWatch = "{watchId}";


    public Task PingAsync(CancellationToken cancellationToken) =>
        ListAsync<Conference>(Read("GetConferences", Conferences, Ids(), ("fields", "id")), conference =>
            conference.ConferenceId, cancellationToken);

    public async Task<IReadOnlyList<Conference>> GetConferencesAsync(CancellationToken cancellationToken = default) =>
        await ListAsync<Conference>(Read("GetConferences", Conferences, Ids()), conference =>
            conference.ConferenceId, cancellationToken).ConfigureAwait(false);

    public Task<Conference> GetConferenceAsync(string conferenceId, CancellationToken cancellationToken = default) =>
        OneAsync<Conference>(Read("GetConference", OneConference, Ids(conferenceId)), conference =>
            conference.ConferenceId, cancellationToken);

    public async Task<IReadOnlyList<Session>> GetSessionsAsync(string conferenceId, CancellationToken cancellationToken = default)
    {
        var sessions = await ListAsync<Session>(Read("GetSessions", Sessions, Ids(conferenceId)), session =>
            session.SessionId, cancellationToken).ConfigureAwait(false);
        foreach (var session in sessions)
        {
            session.ConferenceId = conferenceId;
        }

        return sessions;
    }

    public async Task<Session> GetSessionAsync(string conferenceId, string sessionId, CancellationToken cancellationToken = default)
    {
        var session = await OneAsync<Session>(Read("GetSession", OneSession, Ids(conferenceId, sessionId)), found =>
            found.SessionId, cancellationToken).ConfigureAwait(false);
        session.ConferenceId = conferenceId;
        return session;
    }

    public async Task<IReadOnlyList<Registration>> GetRegistrationsAsync(
        string conferenceId, string sessionId, bool includeCancelled = false, IReadOnlyCollection<string>? fields = null,
            CancellationToken cancellationToken = default)
    {
        var request = Read("GetRegistrations", Registrations, Ids(conferenceId, sessionId), ("fields", RegistrationFields.Join(fields)),
            ("withCancelled", includeCancelled ? "true" : null));
        var registrations = await ListAsync<Registration>(request, registration =>
            registration.RegistrationId, cancellationToken).ConfigureAwait(false);
        foreach (var registration in registrations)
        {
            (registration.ConferenceId, registration.SessionId) = (conferenceId, sessionId);
        }

        return registrations;
    }

    public async Task<Registration> GetRegistrationAsync(
        string conferenceId, string sessionId, string registrationId, IReadOnlyCollection<string>? fields = null,
            CancellationToken cancellationToken = default) =>
        await RegistrationAsync(
            Read("GetRegistration", OneRegistration, Ids(conferenceId, sessionId, registrationId),
                ("fields", RegistrationFields.Join(fields))),
            conferenceId,
            sessionId,
            cancellationToken).ConfigureAwait(false);

    public async Task<Registration> CreateRegistrationAsync(string conferenceId, string sessionId, NewRegistration registration,
        CancellationToken cancellationToken = default)
    {
        var fields = RegistrationFields.Of(registration.ClientId, registration.Seats, registration.Status, registration.Form);
        var request = Change("CreateRegistration", Route.Parse("POST " + Registrations)!, Ids(conferenceId, sessionId), fields);
        return await RegistrationAsync(request, conferenceId, sessionId, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Registration> UpdateRegistrationAsync(
        string conferenceId, string sessionId, string registrationId, RegistrationChange change,
            CancellationToken cancellationToken = default)
    {
        var fields = RegistrationFields.Of(change.ClientId, change.Seats, change.Status, change.Form);
        if (fields.Count == 0)
        {
            throw new ApiException(ApiErrorKind.InvalidArgument, "There is nothing to change. Nothing was sent.");
        }

        var request = Change("UpdateRegistration", api.Routes["UpdateRegistration"], Ids(conferenceId, sessionId, registrationId), fields);
        return await RegistrationAsync(request, conferenceId, sessionId, cancellationToken, registrationId).ConfigureAwait(false);
    }

    public async Task CancelRegistrationAsync(
        string conferenceId, string sessionId, string registrationId, string? reason = null, string? source = null,
            CancellationToken cancellationToken = default)
    {
        var fields = new Dictionary<string, object?>();
        if (reason is not null)
        {
            fields.Add("reason", reason);
        }

        if (source is not null)
        {
            fields.Add("source", source);
        }

        var request = Change("CancelRegistration", Route.Parse("DELETE " + OneRegistration)!, Ids(conferenceId, sessionId, registrationId),
            fields);
        await DoneAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Watch> WatchAsync(NewWatch watch, CancellationToken cancellationToken = default)
    {
        using var body = WatchBody.Write(watch, api.Secrets);
        var route = api.Routes["Watch"];
        var uri = ApiUri.Build(api.BaseUri, route.Path, new Dictionary<string, string> { ["sessionId"] = watch.SessionId });
        var request = new ApiRequest(ApiService.Conference, "Watch", CallKind.Change, route.Method, uri, route.Path) { Token = api.Token,
            Body = body.Bytes };
        using var answer = await api.Sender.SendAsync(request, observer, cancellationToken).ConfigureAwait(false);
        return WatchResponse.Read(answer, watch, api.Secrets);
    }

    public async Task UnwatchAsync(string watchId, CancellationToken cancellationToken = default)
    {
        var uri = ApiUri.Build(api.WatcherUri, OneWatch, new Dictionary<string, string> { ["watchId"] = watchId });
        var request = new ApiRequest(ApiService.Conference, "Unwatch", CallKind.Change, HttpMethod.Delete, uri,
            "watchers/" + OneWatch) { Token = api.Token };
        await DoneAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private static Dictionary<string, string> Ids(string? conferenceId = null, string? sessionId = null, string? id = null) => new()
    {
        ["conferenceId"] = conferenceId ?? string.Empty,
        ["sessionId"] = sessionId ?? string.Empty,
        ["id"] = id ?? string.Empty,
    };

    private ApiRequest Read(string operation, string template, Dictionary<string, string> ids, params (string Name, string? Value)[] query)
    {
        var given = query.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Name, pair.Value!)).ToArray();
        return new ApiRequest(ApiService.Conference, operation, CallKind.Read, HttpMethod.Get,
            ApiUri.Build(api.BaseUri, template, ids, given), template) { Token = api.Token };
    }

    /// <summary>Without fields there is no body at all: some proxies drop that of a DELETE, and the vendor's own module sends
    /// none.</summary>
    private ApiRequest Change(string operation, Route route, Dictionary<string, string> ids, Dictionary<string, object?> fields) =>
        new(ApiService.Conference, operation, CallKind.Change, route.Method,
            ApiUri.Build(api.BaseUri, route.Path, ids, route.InQuery ? RegistrationFields.ToQuery(fields) : null), route.Path)
        {
            Token = api.Token,
            Body = route.InQuery || fields.Count == 0 ? default(ReadOnlyMemory<byte>?) : JsonTree.Write(fields),
        };

    private async Task<IReadOnlyList<T>> ListAsync<T>(ApiRequest request, Func<T, string> identity, CancellationToken cancellationToken)
        where T : class
    {
        using var answer = await api.Sender.SendAsync(request, observer, cancellationToken).ConfigureAwait(false);
        return answer.Decode(json => ConferenceResponse<T>.ReadList(answer, json, api, identity));
    }

    private async Task<T> OneAsync<T>(ApiRequest request, Func<T, string> identity, CancellationToken cancellationToken) where T : class
    {
        using var answer = await api.Sender.SendAsync(request, observer, cancellationToken).ConfigureAwait(false);
        return answer.Decode(json => ConferenceResponse<T>.ReadOne(answer, json, api, identity));
    }

    /// <param name="request">The call.</param>
    /// <param name="conferenceId">The conference.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="known">The id where it is known already: then 204 says all there is to say.</param>
    private async Task<Registration> RegistrationAsync(ApiRequest request, string conferenceId, string sessionId,
        CancellationToken cancellationToken, string? known = null)
    {
        using var answer = await api.Sender.SendAsync(request, observer, cancellationToken).ConfigureAwait(false);
        var registration = known is not null && answer.StatusCode == 204
            ? new Registration { RegistrationId = known }
            : answer.Decode(json => ConferenceResponse<Registration>.ReadOne(answer, json, api, found => found.RegistrationId));
        (registration.ConferenceId, registration.SessionId) = (conferenceId, sessionId);
        return registration;
    }

    /// <summary>Nothing is due in the answer; but where something is, it must not be an error.</summary>
    private async Task DoneAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var answer = await api.Sender.SendAsync(request, observer, cancellationToken).ConfigureAwait(false);
        if (answer.Body.Length > 0)
        {
            answer.Decode(json => ConferenceErrors.Check(answer, json, api.Secrets));
        }
    }
}
