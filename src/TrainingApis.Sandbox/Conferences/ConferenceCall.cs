using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>Represents an operation of Agendize: the documented parameters of its query, and what it does.</summary>
internal sealed record ConferenceOperation(ObjectSchema Query, Func<ConferenceCall, Response> Handle);

/// <summary>Represents a request whose account and query were accepted.</summary>
/// <param name="Request">The request.</param>
/// <param name="Operation">The operation's name.</param>
/// <param name="Query">The parameters of its query.</param>
/// <param name="Data">The resources of its account.</param>
/// <param name="Responses">Creates the response.</param>
internal sealed record ConferenceCall(
    Request Request, string Operation, RequestBody Query, ConferenceData Data, ConferenceResponses Responses)
{
    /// <summary>Gets the members that the caller asked for; null for all.</summary>
    public IReadOnlyCollection<string>? Fields => Query.Text("fields")?.Split(',');

    public JsonObject FindConference() => Find(ConferenceResource.Conference, Request["conferenceId"]);

    /// <summary>Gets the session of the path, which must belong to the path's conference when the path names one.</summary>
    public JsonObject FindSession() =>
        FindBelow(ConferenceResource.Session, "sessionId", Request.HasParameter("conferenceId") ? FindConference() : null);

    /// <summary>Gets the registration of the path, which must belong to the path's session or conference when the path names one.</summary>
    public JsonObject FindRegistration()
    {
        if (Request.HasParameter("sessionId"))
        {
            return FindBelow(ConferenceResource.Registration, "id", FindSession());
        }

        var conference = Request.HasParameter("conferenceId") ? FindConference() : null;
        var registration = Find(ConferenceResource.Registration, Request["id"]);
        var session = Find(ConferenceResource.Session, (string)registration["parentId"]!);
        return conference is null || IsBelow(session, conference) ? registration : throw NotFound("Registration");
    }

    /// <summary>Gets a resource of the account.</summary>
    /// <exception cref="ResponseException">It does not exist, or belongs to another account.</exception>
    public JsonObject Find(ConferenceResource type, string id) =>
        Data.Find(type, id)
        ?? throw (Data.ExistsAnywhere(type, id) ? Responses.Refusal(403, $"{type.Name} belongs to another account") : NotFound(type.Name));

    /// <summary>Gets the fields of the JSON body.</summary>
    /// <exception cref="SchemaException">They are not as documented.</exception>
    public RequestBody Read(ObjectSchema schema) => schema.Read(Request);

    /// <summary>Gets the fields of a change of a registration, which travel in the query when a test moved the operation so.</summary>
    /// <exception cref="SchemaException">They are not as documented.</exception>
    public RequestBody ReadRegistrationChange()
    {
        if (!Request.HasFieldsInQuery)
        {
            return Read(ConferenceSchemas.RegistrationChange);
        }

        var fields = ConferenceSchemas.RegistrationChangeInQuery.ReadPairs(Request.Query);
        if (fields.Text("client.id") is { } clientId)
        {
            fields.Json.Remove("client.id");
            fields.Json["client"] = new JsonObject { ["id"] = clientId };
        }

        return fields;
    }

    private static bool IsBelow(JsonObject row, JsonObject parent) => (string?)row["parentId"] == (string?)parent["id"];

    private JsonObject FindBelow(ConferenceResource type, string parameter, JsonObject? parent)
    {
        var row = Find(type, Request[parameter]);
        return parent is null || IsBelow(row, parent) ? row : throw NotFound(type.Name);
    }

    private ResponseException NotFound(string name) => Responses.Refusal(404, $"{name} not found");
}
