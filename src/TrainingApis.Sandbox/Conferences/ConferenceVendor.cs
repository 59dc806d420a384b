using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>Represents the servers of Agendize: tokens, conferences, sessions, registrations and watches of one account.</summary>
internal sealed class ConferenceVendor
{
    private const string Sessions = "conferences/{conferenceId}/sessions";
    private const string Registrations = Sessions + "/{sessionId}/registrations";

    private readonly int _seed;
    private readonly ConferenceResponses _responses;
    private readonly Router<ConferenceOperation> _routes;

    public ConferenceVendor(int seed)
    {
        _seed = seed;
        _responses = new ConferenceResponses(Settings);
        var registrations = new ConferenceRegistrations(_responses);
        var conference = ConferenceSchemas.Query(ConferenceResource.Conference);
        var session = ConferenceSchemas.Query(ConferenceResource.Session);
        var registration = ConferenceSchemas.Query(ConferenceResource.Registration);
        var registrationList = ConferenceSchemas.Query(ConferenceResource.Registration, "withCancelled");
        var none = new ObjectSchema();
        _routes = new Router<ConferenceOperation>(StringComparison.Ordinal)
        {
            { "ListConferences", "GET conferences", new(conference, call =>
                _responses.List(ConferenceResource.Conference, Database[ConferenceResource.Conference], null, call.Fields)) },
            { "ReadConference", "GET conferences/{conferenceId}", new(conference, call =>
                _responses.Item(ConferenceResource.Conference, call.FindConference(), call.Fields)) },
            { "ListSessions", $"GET {Sessions}", new(session, ListSessions) },
            { "ReadSession", $"GET {Sessions}/{{sessionId}}", new(session, call =>
                _responses.Item(ConferenceResource.Session, call.FindSession(), call.Fields)) },
            { "ListRegistrations", $"GET {Registrations}", new(registrationList, registrations.List) },
            { "ReadRegistration", $"GET {Registrations}/{{id}}", new(registration, registrations.Read) },
            { "CreateRegistration", $"POST {Registrations}", new(none, registrations.Create) },
            { "UpdateRegistration", $"PUT {Registrations}/{{id}}", new(none, registrations.Update) },
            { "CancelRegistration", $"DELETE {Registrations}/{{id}}", new(none, registrations.Cancel) },
            { "Watch", "POST sessions/{sessionId}/registrations/watch", new(none, CreateWatch) },
            { "DeleteWatch", "DELETE api/2.0/watchers/{id}", new(none, DeleteWatch) },
            { "DeleteWatch", "DELETE api/2.3/watchers/{id}", new(none, DeleteWatch) },
        };
        Tokens.Issue(ConferenceAccount.ClientId, ConferenceAccount.AccessToken, TimeSpan.FromDays(36500));
        Tokens.IssueRefresh(ConferenceAccount.ClientId, ConferenceAccount.RefreshToken);
    }

    public ConferenceSettings Settings { get; } = new();

    public TokenStore<string> Tokens { get; } = new();

    /// <summary>Gets the resources, in one table for each type, and the table <c>changes</c>.</summary>
    public ConferenceData Database { get; } = new();

    /// <summary>Moves an operation to another route. The documents do not specify the HTTP method or path of some operations.</summary>
    public void Move(string operation, string route) => _routes.Move(operation, route);

    public Response Handle(Request request) => Database.Handle(
        () => request.Below("o") is { } oauth ? OAuth.Handle(oauth, "/oauth2/token", Grant) : HandleCall(request), _responses.Invalid);

    private Response HandleCall(Request request)
    {
        Authenticate(request);
        if (_routes.Find(request, out var allowed) is not { } endpoint)
        {
            return allowed.Count == 0 ? Response.Empty(404) : Response.MethodNotAllowed(allowed);
        }

        if (request.Method == "GET" && request.Body.Length > 0)
        {
            throw _responses.Refusal(400, "There must be no body");
        }

        if (Database[ConferenceResource.Conference].Count == 0)
        {
            new ConferenceSampleData(Database, _seed).Add();
        }

        var query = endpoint.Handler.Query.ReadPairs(request.Query);
        return endpoint.Handler.Handle(new ConferenceCall(request, endpoint.Operation, query, Database, _responses));
    }

    /// <summary>Checks the credentials: two headers, or an access token. Secrets in the address are ignored.</summary>
    private void Authenticate(Request request)
    {
        var (apiKey, token) = (request.Header("apiKey"), request.Header("token"));
        var isBearer = request.Header("Authorization") is not null;
        var hasKeys = !string.IsNullOrEmpty(apiKey) && !string.IsNullOrEmpty(token);

        // The documents do not specify which credentials apply if a request contains both.
        var reason = isBearer && (apiKey is not null || token is not null) ? "Either apiKey and token, or Authorization"
            : isBearer && request.BearerToken is null ? "Authorization must be a bearer token"
            : isBearer ? Tokens.Find(request.BearerToken, out _) is null ? "The access token is invalid or expired" : null
            : !hasKeys ? "The headers apiKey and token are required"
            : apiKey != ConferenceAccount.ApiKey ? "The API key is unknown"
            : token != ConferenceAccount.Token ? "The token is unknown"
            : null;
        if (reason is not null)
        {
            throw _responses.Refusal(401, reason);
        }
    }

    /// <summary>Handles a token request. A page in a browser issues authorization codes, so no code is valid here.</summary>
    private Response Grant(NameValues form, string grantType)
    {
        if (form.Get("client_id") != ConferenceAccount.ClientId || form.Get("client_secret") != ConferenceAccount.ClientSecret)
        {
            return OAuth.Error(401, "invalid_client");
        }

        var (scope, isRefresh, rotate) = (form.Get("scope"), grantType == "refresh_token", Settings.RotateRefreshTokens);
        var secret = form.Get(isRefresh ? "refresh_token" : "code");
        var error = !isRefresh && grantType != "authorization_code" ? "unsupported_grant_type"
            : scope is not (null or "agendize") ? "invalid_scope"
            : string.IsNullOrEmpty(secret) ? "invalid_request"
            : !isRefresh || Tokens.Redeem(secret, _ => true, rotate) is null ? "invalid_grant"
            : null;
        return error is not null ? OAuth.Error(400, error) : OAuth.Respond(200, new JsonObject
        {
            ["access_token"] = Tokens.Issue(ConferenceAccount.ClientId),
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)Tokens.Lifetime.TotalSeconds,
            ["refresh_token"] = rotate ? Tokens.IssueRefresh(ConferenceAccount.ClientId) : secret,
        });
    }

    private Response ListSessions(ConferenceCall call)
    {
        var conference = call.FindConference();
        return _responses.List(ConferenceResource.Session, Database.Below(ConferenceResource.Session, conference), conference, call.Fields);
    }

    /// <summary>
    /// Creates a watch of one session, or of all sessions (<c>0</c>). The sandbox stores the watch but sends no notifications.
    /// </summary>
    private Response CreateWatch(ConferenceCall call)
    {
        var sessionId = call.Request["sessionId"] == "0" ? "0" : (string)call.FindSession()["id"]!;
        var body = call.Read(ConferenceSchemas.Watch);
        var watch = (JsonObject)body.Json.DeepClone();
        watch.TryAdd("method", "POST");
        watch.TryAdd("status", "enabled");
        (watch["oauth2Auth"] as JsonObject)?.TryAdd("grantType", "refresh_token");
        Database.Add(ConferenceResource.Watch, sessionId, watch);
        Database.Record(call.Operation, watch, body.Json);
        return _responses.Item(ConferenceResource.Watch, watch);
    }

    private Response DeleteWatch(ConferenceCall call)
    {
        var watch = call.Find(ConferenceResource.Watch, call.Request["id"]);
        Database[ConferenceResource.Watch].Remove((string)watch["id"]!);
        Database.Record(call.Operation, watch, null);
        return Response.Empty(200);
    }
}

/// <summary>
/// Provides the credentials of the default account of every sandbox. They are not secret, because they are valid only in a sandbox.
/// </summary>
internal static class ConferenceAccount
{
    public const string ApiKey = "sandbox-api-key";
    public const string Token = "sandbox-token";
    public const string ClientId = "sandbox-client";
    public const string ClientSecret = "sandbox-secret";

    /// <summary>An access token that is valid in a new sandbox.</summary>
    public const string AccessToken = "sandbox-access-token";

    /// <summary>A refresh token that is valid in a new sandbox.</summary>
    public const string RefreshToken = "sandbox-refresh-token";
}

/// <summary>Represents an operation of Agendize: the documented parameters of its query, and its handler.</summary>
internal sealed record ConferenceOperation(ObjectSchema Query, Func<ConferenceCall, Response> Handle);

/// <summary>Represents a request whose credentials and query were accepted.</summary>
/// <param name="Request">The request.</param>
/// <param name="Operation">The name of the operation.</param>
/// <param name="Query">The query parameters.</param>
/// <param name="Data">The resources.</param>
/// <param name="Responses">The object that creates the responses.</param>
internal sealed record ConferenceCall(
    Request Request, string Operation, RequestBody Query, ConferenceData Data, ConferenceResponses Responses)
{
    /// <summary>Gets the requested members; null for all.</summary>
    public IReadOnlyCollection<string>? Fields => Query.Text("fields")?.Split(',');

    public JsonObject FindConference() => Find(ConferenceResource.Conference, Request["conferenceId"]);

    /// <summary>Gets the session in the path. It must belong to the conference in the path, if there is one.</summary>
    public JsonObject FindSession() => FindBelow(
        ConferenceResource.Session, "sessionId", Request.Values.ContainsKey("conferenceId") ? FindConference() : null);

    /// <summary>Gets the registration in the path. It must belong to the session in the path, if there is one.</summary>
    public JsonObject FindRegistration() => FindBelow(
        ConferenceResource.Registration, "id", Request.Values.ContainsKey("sessionId") ? FindSession() : null);

    /// <summary>Gets a resource.</summary>
    /// <exception cref="ResponseException">The resource does not exist.</exception>
    public JsonObject Find(ConferenceResource type, string id) => Data.Find(type, id) ?? throw NotFound(type);

    /// <summary>Gets the parent of a resource.</summary>
    public JsonObject FindParent(ConferenceResource type, JsonObject row) => Find(type, (string)row["parentId"]!);

    /// <summary>Reads the fields of the JSON body.</summary>
    /// <exception cref="SchemaException">The fields do not match the schema.</exception>
    public RequestBody Read(ObjectSchema schema) => schema.Read(Request);

    private JsonObject FindBelow(ConferenceResource type, string parameter, JsonObject? parent)
    {
        var row = Find(type, Request[parameter]);
        return parent is null || (string?)row["parentId"] == (string?)parent["id"] ? row : throw NotFound(type);
    }

    private ResponseException NotFound(ConferenceResource type) => Responses.Refusal(404, $"{type.Name} not found");
}
