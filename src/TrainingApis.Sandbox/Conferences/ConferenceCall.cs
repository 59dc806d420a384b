using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>Represents an operation of Agendize: the documented parameters of its query, and what it does.</summary>
internal sealed record ConferenceOperation(ObjectSchema Query, Func<ConferenceCall, Response> Handle);

/// <summary>Represents a request whose credentials and query were accepted.</summary>
/// <param name="Request">The request.</param>
/// <param name="Operation">The operation's name.</param>
/// <param name="Query">The parameters of its query.</param>
/// <param name="Data">The resources.</param>
/// <param name="Responses">Creates the response.</param>
internal sealed record ConferenceCall(
    Request Request, string Operation, RequestBody Query, ConferenceData Data, ConferenceResponses Responses)
{
    /// <summary>Gets the members that the caller asked for; null for all.</summary>
    public IReadOnlyCollection<string>? Fields => Query.Text("fields")?.Split(',');

    public JsonObject FindConference() => Find(ConferenceResource.Conference, Request["conferenceId"]);

    /// <summary>Gets the session of the path, which must belong to the path's conference when the path names one.</summary>
    public JsonObject FindSession() => FindBelow(
        ConferenceResource.Session, "sessionId", Request.Values.ContainsKey("conferenceId") ? FindConference() : null);

    /// <summary>Gets the registration of the path, which must belong to the path's session when the path names one.</summary>
    public JsonObject FindRegistration() => FindBelow(
        ConferenceResource.Registration, "id", Request.Values.ContainsKey("sessionId") ? FindSession() : null);

    /// <summary>Gets a resource.</summary>
    /// <exception cref="ResponseException">It does not exist.</exception>
    public JsonObject Find(ConferenceResource type, string id) => Data.Find(type, id) ?? throw NotFound(type);

    /// <summary>Gets what a resource belongs to.</summary>
    public JsonObject FindParent(ConferenceResource type, JsonObject row) => Find(type, (string)row["parentId"]!);

    /// <summary>Gets the fields of the JSON body.</summary>
    /// <exception cref="SchemaException">They are not as documented.</exception>
    public RequestBody Read(ObjectSchema schema) => schema.Read(Request);

    private JsonObject FindBelow(ConferenceResource type, string parameter, JsonObject? parent)
    {
        var row = Find(type, Request[parameter]);
        return parent is null || (string?)row["parentId"] == (string?)parent["id"] ? row : throw NotFound(type);
    }

    private ResponseException NotFound(ConferenceResource type) => Responses.Refusal(404, $"{type.Name} not found");
}
