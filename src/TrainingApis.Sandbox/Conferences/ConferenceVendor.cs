using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>Represents the servers of Agendize: tokens, conferences, sessions, registrations and watches.</summary>
internal sealed class ConferenceVendor : IVendor
{
    private const string Sessions = "conferences/{conferenceId}/sessions";
    private const string Registrations = Sessions + "/{sessionId}/registrations";

    private readonly ConferenceAccounts _accounts;
    private readonly ConferenceResponses _responses;
    private readonly Router<ConferenceOperation> _routes;
    private readonly int _seed;

    public ConferenceVendor(SandboxOptions options)
    {
        _seed = options.Seed;
        _responses = new ConferenceResponses(Settings);
        _accounts = new ConferenceAccounts(Settings, _responses);
        var registrations = new ConferenceRegistrations(Settings, _responses);
        var conference = ConferenceSchemas.Query(ConferenceResource.Conference);
        var session = ConferenceSchemas.Query(ConferenceResource.Session);
        var registration = ConferenceSchemas.Query(ConferenceResource.Registration);
        var registrationList = ConferenceSchemas.Query(ConferenceResource.Registration, "withCancelled");
        var none = Schema.Object();
        _routes = new Router<ConferenceOperation>(StringComparison.Ordinal)
        {
            { "ListConferences", "GET conferences", new(conference, ListConferences) },
            { "ReadConference", "GET conferences/{conferenceId}", new(conference, ReadConference) },
            { "ListSessions", $"GET {Sessions}", new(session, ListSessions) },
            { "ReadSession", $"GET {Sessions}/{{sessionId}}", new(session, ReadSession) },
            { "ListRegistrations", $"GET {Registrations}", new(registrationList, registrations.List) },
            { "ReadRegistration", $"GET {Registrations}/{{id}}", new(registration, registrations.Read) },
            { "CreateRegistration", $"POST {Registrations}", new(none, registrations.Create) },
            { "UpdateRegistration", $"PUT {Registrations}/{{id}}", new(none, registrations.Update) },
            { "CancelRegistration", $"DELETE {Registrations}/{{id}}", new(none, registrations.Cancel) },
            { "Watch", "POST sessions/{sessionId}/registrations/watch", new(none, CreateWatch) },
            { "DeleteWatch", "DELETE api/2.0/watchers/{id}", new(none, DeleteWatch) },
            { "DeleteWatch", "DELETE api/2.3/watchers/{id}", new(none, DeleteWatch) },
        };
    }

    public string Prefix => "conference";

    public ConferenceSettings Settings { get; } = new();

    public TokenStore<ConferenceAccount> Tokens => _accounts.Tokens;

    /// <summary>Gets the resources of all accounts, and the table <c>changes</c>.</summary>
    public Database Database { get; } = new();

    /// <summary>Adds an account with resources of its own, or replaces the one with the same name.</summary>
    public void AddAccount(ConferenceAccount account)
    {
        lock (Database.Lock)
        {
            _accounts.Add(account);
        }
    }

    /// <summary>Moves an operation whose HTTP method or path the documents leave open.</summary>
    public void Move(string operation, string route) => _routes.Move(operation, route);

    public Response Handle(Request request)
    {
        lock (Database.Lock)
        {
            try
            {
                return request.Below("o") is { } oauth ? _accounts.HandleToken(oauth) : HandleCall(request);
            }
            catch (ResponseException refusal)
            {
                return refusal.Response;
            }
            catch (SchemaException failure)
            {
                return _responses.Invalid(failure.Errors);
            }
        }
    }

    public void Reset()
    {
        lock (Database.Lock)
        {
            Database.Clear();
            Settings.Reset();
            _accounts.Reset();
            _routes.Reset();
        }
    }

    private Response HandleCall(Request request)
    {
        var account = _accounts.Authenticate(request);
        var matches = _routes.Find(request.Method, request.Segments, out var allowed);
        if (matches.Count == 0)
        {
            return allowed.Count == 0 ? Response.Empty(404) : Response.MethodNotAllowed(allowed);
        }

        if (request.Method == "GET" && request.Body.Length > 0)
        {
            throw _responses.Refusal(400, "There must be no body");
        }

        var endpoint = matches[0].Endpoint;
        request.Bind(matches[0]);
        var query = request.HasFieldsInQuery ? new RequestBody([]) : endpoint.Handler.Query.ReadPairs(request.Query);
        return endpoint.Handler.Handle(new ConferenceCall(request, endpoint.Operation, query, FindData(account), _responses));
    }

    /// <summary>Gets the resources of an account. Those of all accounts are created at the first request.</summary>
    private ConferenceData FindData(ConferenceAccount account)
    {
        var all = _accounts.All.Select((one, position) => new ConferenceData(Database, one, position)).ToList();
        foreach (var data in all.Where(data => data[ConferenceResource.Conference].Count == 0))
        {
            new ConferenceSampleData(data, _seed).Add();
        }

        return all.Find(data => data.Account == account)!;
    }

    private Response ListConferences(ConferenceCall call) =>
        _responses.List(ConferenceResource.Conference, call.Data[ConferenceResource.Conference], null, call.Fields);

    private Response ReadConference(ConferenceCall call) =>
        _responses.Item(ConferenceResource.Conference, call.FindConference(), call.Fields);

    private Response ListSessions(ConferenceCall call)
    {
        var conference = call.FindConference();
        var sessions = call.Data.Below(ConferenceResource.Session, conference);
        return _responses.List(ConferenceResource.Session, sessions, conference, call.Fields);
    }

    private Response ReadSession(ConferenceCall call) => _responses.Item(ConferenceResource.Session, call.FindSession(), call.Fields);

    /// <summary>Creates a watch of one session, or of all (<c>0</c>). The sandbox stores it and calls nobody.</summary>
    private Response CreateWatch(ConferenceCall call)
    {
        var sessionId = call.Request["sessionId"] == "0" ? "0" : (string)call.FindSession()["id"]!;
        var body = call.Read(ConferenceSchemas.Watch);
        var watch = (JsonObject)body.Json.DeepClone();
        watch.TryAdd("method", "POST");
        watch.TryAdd("status", "enabled");
        (watch["oauth2Auth"] as JsonObject)?.TryAdd("grantType", "refresh_token");
        call.Data.Add(ConferenceResource.Watch, sessionId, watch);
        call.Data.Record(call.Operation, watch, body.Json);
        return _responses.Created(ConferenceResource.Watch, watch);
    }

    private Response DeleteWatch(ConferenceCall call)
    {
        var watch = call.Find(ConferenceResource.Watch, call.Request["id"]);
        call.Data[ConferenceResource.Watch].Remove((string)watch["id"]!);
        call.Data.Record(call.Operation, watch, null);
        return _responses.Deleted();
    }
}
