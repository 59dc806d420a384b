namespace TrainingApis.Conferences;

/// <summary>Provides the operations of Agendize (<c>https://developers.agendize.com/conferences/v1.0/reference/</c>).</summary>
internal static class ConferenceOperations
{
    /// <summary>The scope of the operations that use the base address of the watches.</summary>
    internal const string WatcherScope = "Watchers";

    private const string Session = "conferences/{conferenceId}/sessions/{sessionId}";

    public static readonly Operation GetConferences = Read("GetConferences", "GET conferences", "list the conferences");
    public static readonly Operation GetConference =
        Read("GetConference", "GET conferences/{conferenceId}", "read conference {conferenceId}");

    public static readonly Operation GetSessions =
        Read("GetSessions", "GET conferences/{conferenceId}/sessions", "list the sessions of conference {conferenceId}");

    public static readonly Operation GetSession =
        Read("GetSession", $"GET {Session}", "read session {sessionId} of conference {conferenceId}");

    public static readonly Operation GetRegistrations =
        Read("GetRegistrations", $"GET {Session}/registrations",
            "list the registrations for session {sessionId} of conference {conferenceId}");

    public static readonly Operation GetRegistration =
        Read("GetRegistration", $"GET {Session}/registrations/{{id}}",
            "read registration {id} of session {sessionId} of conference {conferenceId}");

    public static readonly Operation CreateRegistration =
        Change("CreateRegistration", $"POST {Session}/registrations",
            "register client {client.id} for session {sessionId} of conference {conferenceId}");

    /// <summary>The documents do not specify the HTTP method.</summary>
    public static readonly Operation UpdateRegistration = Change("UpdateRegistration", $"PUT {Session}/registrations/{{id}}",
        "change registration {id} of session {sessionId} of conference {conferenceId}", "UpdateRegistration");

    public static readonly Operation CancelRegistration =
        Change("CancelRegistration", $"DELETE {Session}/registrations/{{id}}",
            "cancel registration {id} of session {sessionId} of conference {conferenceId}");

    /// <summary>The documents do not specify the HTTP method and the path.</summary>
    public static readonly Operation Watch =
        Change("Watch", "POST sessions/{sessionId}/registrations/watch", "watch the registrations for session {sessionId}", "Watch");

    public static readonly Operation Unwatch = Change("Unwatch", "DELETE {watchId}", "delete watch {watchId}", scope: WatcherScope);

    public static readonly IReadOnlyList<Operation> All = Operation.AllOf(typeof(ConferenceOperations));

    private static Operation Read(string name, string route, string subject) =>
        new(ApiService.Conference, name, OperationKind.Read, route, subject);

    private static Operation Change(string name, string route, string subject, string? routeName = null, string? scope = null) =>
        new(ApiService.Conference, name, OperationKind.Change, route, subject, scope, routeName);
}
