using System.Runtime.CompilerServices;

namespace TrainingApis.Conferences;

/// <summary>
/// Provides the operations of Agendize's conferences (<c>https://developers.agendize.com/conferences/v1.0/reference/</c>).
/// </summary>
internal static class ConferenceOperations
{
    /// <summary>The scope of operations under the address of the watches.</summary>
    internal const string WatcherScope = "Watchers";

    private const string Session = "conferences/{conferenceId}/sessions/{sessionId}";

    public static readonly Operation GetConferences = Read("GET conferences", "list the conferences");
    public static readonly Operation GetConference = Read("GET conferences/{conferenceId}", "read conference {conferenceId}");

    public static readonly Operation GetSessions =
        Read("GET conferences/{conferenceId}/sessions", "list the sessions of conference {conferenceId}");

    public static readonly Operation GetSession = Read($"GET {Session}", "read session {sessionId} of conference {conferenceId}");

    public static readonly Operation GetRegistrations =
        Read($"GET {Session}/registrations", "list the registrations for session {sessionId} of conference {conferenceId}");

    public static readonly Operation GetRegistration =
        Read($"GET {Session}/registrations/{{id}}", "read registration {id} of session {sessionId} of conference {conferenceId}");

    public static readonly Operation CreateRegistration = Change(
        $"POST {Session}/registrations", "register client {client.id} for session {sessionId} of conference {conferenceId}");

    /// <summary>The documents do not name its method.</summary>
    public static readonly Operation UpdateRegistration = Change($"PUT {Session}/registrations/{{id}}",
        "change registration {id} of session {sessionId} of conference {conferenceId}", "UpdateRegistration");

    public static readonly Operation CancelRegistration = Change(
        $"DELETE {Session}/registrations/{{id}}", "cancel registration {id} of session {sessionId} of conference {conferenceId}");

    /// <summary>The documents do not name its method and path.</summary>
    public static readonly Operation Watch =
        Change("POST sessions/{sessionId}/registrations/watch", "watch the registrations for session {sessionId}", "Watch");

    public static readonly Operation Unwatch = Change("DELETE {watchId}", "delete watch {watchId}", scope: WatcherScope);

    public static readonly IReadOnlyList<Operation> All = Operation.AllOf(typeof(ConferenceOperations));

    private static Operation Read(string route, string subject, [CallerMemberName] string name = "") =>
        new(ApiService.Conference, name, OperationKind.Read, route, subject);

    private static Operation Change(
        string route, string subject, string? routeName = null, string? scope = null, [CallerMemberName] string name = "") =>
        new(ApiService.Conference, name, OperationKind.Change, route, subject, scope, routeName);
}
