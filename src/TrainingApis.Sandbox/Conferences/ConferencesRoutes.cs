using System.Collections.Concurrent;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>Where each operation listens. Two may be moved: their verb and path are not documented.</summary>
internal sealed class ConferencesRoutes
{
    public const string UpdateRegistration = "UpdateRegistration";
    public const string Watch = "Watch";

    private const string Conference = "conferences/{conferenceId}";
    private const string Session = Conference + "/sessions/{sessionId}";
    private const string Registration = Session + "/registrations/{id}";
    private const string Speaker = Conference + "/speakers/{id}";
    private const string Invitee = Conference + "/invitees/{id}";
    private const string Watcher = "{version}/watchers/{id}";

    private static readonly IReadOnlyDictionary<string, string> Defaults = new Dictionary<string, string>
    {
        ["ListConferences"] = "GET conferences", ["CreateConference"] = "POST conferences",
        ["GetConference"] = "GET " + Conference, ["UpdateConference"] = "PUT " + Conference, ["DeleteConference"] = "DELETE " + Conference,
        ["ListSessions"] = "GET " + Conference + "/sessions", ["CreateSession"] = "POST " + Conference + "/sessions",
        ["GetSession"] = "GET " + Session, ["UpdateSession"] = "PUT " + Session, ["DeleteSession"] = "DELETE " + Session,
        ["ListSpeakers"] = "GET " + Conference + "/speakers", ["CreateSpeaker"] = "POST " + Conference + "/speakers",
        ["GetSpeaker"] = "GET " + Speaker, ["UpdateSpeaker"] = "PUT " + Speaker, ["DeleteSpeaker"] = "DELETE " + Speaker,
        ["ListInvitees"] = "GET " + Conference + "/invitees", ["CreateInvitee"] = "POST " + Conference + "/invitees",
        ["GetInvitee"] = "GET " + Invitee, ["UpdateInvitee"] = "PUT " + Invitee, ["DeleteInvitee"] = "DELETE " + Invitee,
        ["ListRegistrations"] = "GET " + Session + "/registrations", ["CreateRegistration"] = "POST " + Session + "/registrations",
        ["GetRegistration"] = "GET " + Registration, [UpdateRegistration] = "PUT " + Registration, ["CancelRegistration"] = "DELETE " + Registration,
        [Watch] = "POST sessions/{sessionId}/registrations/watch",
        ["ListWatches"] = "GET {version}/watchers", ["GetWatch"] = "GET " + Watcher, ["DeleteWatch"] = "DELETE " + Watcher,
    };

    private readonly ConcurrentDictionary<string, ConferencesRoute> _routes = new();

    public ConferencesRoutes() => Reset();

    public ConferencesRoute this[string operation] => _routes[operation];

    public void Set(string operation, string route)
    {
        var known = new[] { UpdateRegistration, Watch }.FirstOrDefault(one => one.Equals(operation, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"There is no operation '{operation}' that can be moved.", nameof(operation));
        _routes[known] = ConferencesRoute.Parse(route);
    }

    public void Reset()
    {
        foreach (var (operation, route) in Defaults)
            _routes[operation] = ConferencesRoute.Parse(route);
    }
}
