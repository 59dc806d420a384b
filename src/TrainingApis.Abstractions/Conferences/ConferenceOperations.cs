namespace TrainingApis.Conferences;

/// <summary>
/// Provides the operations of Agendize's conferences (<c>https://developers.agendize.com/conferences/v1.0/reference/</c>).
/// </summary>
internal static class ConferenceOperations
{
    /// <summary>The scope of operations under the address of the watches.</summary>
    internal const string WatcherScope = "Watchers";

    private const string Session = "conferences/{conferenceId}/sessions/{sessionId}";
    private static readonly List<Operation> Table = [];

    /// <summary>Gets the operation that lists the conferences.</summary>
    public static Operation GetConferences { get; } = Read("GetConferences", "GET conferences", "list the conferences");

    /// <summary>Gets the operation that reads one conference.</summary>
    public static Operation GetConference { get; } =
        Read("GetConference", "GET conferences/{conferenceId}", "read conference {conferenceId}");

    /// <summary>Gets the operation that lists the sessions of a conference.</summary>
    public static Operation GetSessions { get; } =
        Read("GetSessions", "GET conferences/{conferenceId}/sessions", "list the sessions of conference {conferenceId}");

    /// <summary>Gets the operation that reads one session.</summary>
    public static Operation GetSession { get; } =
        Read("GetSession", $"GET {Session}", "read session {sessionId} of conference {conferenceId}");

    /// <summary>Gets the operation that lists the registrations for a session.</summary>
    public static Operation GetRegistrations { get; } = Read("GetRegistrations", $"GET {Session}/registrations",
        "list the registrations for session {sessionId} of conference {conferenceId}");

    /// <summary>Gets the operation that reads one registration.</summary>
    public static Operation GetRegistration { get; } = Read("GetRegistration", $"GET {Session}/registrations/{{id}}",
        "read registration {id} of session {sessionId} of conference {conferenceId}");

    /// <summary>Gets the operation that registers a client.</summary>
    public static Operation CreateRegistration { get; } = Change("CreateRegistration", $"POST {Session}/registrations",
        "register client {client.id} for session {sessionId} of conference {conferenceId}");

    /// <summary>Gets the operation that changes a registration. The documents do not name its method.</summary>
    public static Operation UpdateRegistration { get; } = Change("UpdateRegistration", $"PUT {Session}/registrations/{{id}}",
        "change registration {id} of session {sessionId} of conference {conferenceId}", "UpdateRegistration");

    /// <summary>Gets the operation that cancels a registration.</summary>
    public static Operation CancelRegistration { get; } = Change("CancelRegistration", $"DELETE {Session}/registrations/{{id}}",
        "cancel registration {id} of session {sessionId} of conference {conferenceId}");

    /// <summary>Gets the operation that creates a watch. The documents do not name its method and path.</summary>
    public static Operation Watch { get; } = Change("Watch", "POST sessions/{sessionId}/registrations/watch",
        "watch the registrations for session {sessionId}", "Watch");

    /// <summary>Gets the operation that deletes a watch.</summary>
    public static Operation Unwatch { get; } = Change("Unwatch", "DELETE {watchId}", "delete watch {watchId}", scope: WatcherScope);

    /// <summary>Gets all operations.</summary>
    public static IReadOnlyList<Operation> All => Table;

    private static Operation Read(string name, string route, string subject) =>
        Add(new Operation(ApiService.Conference, name, OperationKind.Read, route, subject));

    private static Operation Change(string name, string route, string subject, string? routeName = null, string? scope = null) =>
        Add(new Operation(ApiService.Conference, name, OperationKind.Change, route, subject, scope, routeName));

    private static Operation Add(Operation operation)
    {
        Table.Add(operation);
        return operation;
    }
}
