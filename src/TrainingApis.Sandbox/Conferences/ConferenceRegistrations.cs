using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>
/// Provides the registrations of sessions, and the rules by which Agendize refuses them. A deletion is a cancellation: the registration is
/// kept, and lists contain it only on request.
/// </summary>
internal sealed class ConferenceRegistrations(ConferenceResponses responses)
{
    private static readonly ConferenceResource Type = ConferenceResource.Registration;

    public Response List(ConferenceCall call)
    {
        var session = call.FindSession();
        var withCancelled = call.Query.Text("withCancelled") == "true";
        var rows = call.Data.Below(Type, session).Where(row => withCancelled || !IsCancelled(row));
        return responses.List(Type, rows, session, call.Fields);
    }

    public Response Read(ConferenceCall call) => responses.Item(Type, call.FindRegistration(), call.Fields);

    public Response Create(ConferenceCall call)
    {
        var session = call.FindSession();
        var body = call.Read(ConferenceSchemas.NewRegistration);
        if ((string?)session["status"] == "closed")
        {
            throw responses.Rejection("Session is closed");
        }

        var registration = new JsonObject
        {
            ["client"] = null,
            ["status"] = "accepted",
            ["seats"] = 1,
            ["registered"] = call.Data.Now(session),
            ["source"] = ConferenceSampleData.AccountName,
            ["sourceType"] = "api",
            ["cancelReason"] = null,
            ["cancelSource"] = null,
            ["cancelled"] = null,
            ["form"] = null,
        };
        Change(call, session, registration, body);
        AddLinks(call.Data.Add(Type, (string)session["id"]!, registration));
        call.Data.Record(call.Operation, registration, body.Json);
        return responses.Item(Type, registration);
    }

    public Response Update(ConferenceCall call)
    {
        var registration = call.FindRegistration();
        var body = call.Read(ConferenceSchemas.RegistrationChange);
        if (IsCancelled(registration))
        {
            throw responses.Rejection("Registration is cancelled");
        }

        Change(call, call.FindParent(ConferenceResource.Session, registration), registration, body);
        call.Data.Record(call.Operation, registration, body.Json);
        return responses.Item(Type, registration);
    }

    public Response Cancel(ConferenceCall call)
    {
        var registration = call.FindRegistration();
        var body = call.Request.Body.Length == 0 ? null : call.Read(ConferenceSchemas.Cancellation);
        if (IsCancelled(registration))
        {
            throw responses.Rejection("Registration is already cancelled");
        }

        registration["status"] = "cancelled";
        registration["cancelReason"] = body?.Text("reason");
        registration["cancelSource"] = body?.Text("source");
        registration["cancelled"] = call.Data.Now(call.FindParent(ConferenceResource.Session, registration));
        call.Data.Record(call.Operation, registration, body?.Json);
        return Response.Empty(200);
    }

    /// <summary>Adds the public ID and the web link of a registration.</summary>
    public static void AddLinks(JsonObject registration)
    {
        var cipher = $"rg{104729L * ((int)registration["index"]! + 1):x10}";
        (registration["cipherId"], registration["webLink"]) = (cipher, $"https://www.example.com/r/{cipher}");
    }

    public static int CountSeats(IEnumerable<JsonObject> registrations) =>
        registrations.Where(row => (string?)row["status"] == "accepted").Sum(row => (int)row["seats"]!);

    private static bool IsCancelled(JsonObject registration) => (string?)registration["status"] == "cancelled";

    /// <summary>Checks all members of the request, then changes only these members.</summary>
    private void Change(ConferenceCall call, JsonObject session, JsonObject registration, RequestBody body)
    {
        var conference = call.FindParent(ConferenceResource.Conference, session);
        var client = body.Object("client")?.Text("id") is { } clientId ? call.Find(ConferenceResource.Client, clientId) : null;
        var form = body.Json["form"] is JsonArray items ? ConferenceForm.Complete(items, conference) : null;
        var rules = conference["registrationRules"]!;
        var limit = 1 + ((bool)rules["allowAdditionalSeats"]! ? (int)rules["numberOfAdditionalSeats"]! : 0);
        if (body.Integer("seats") > limit)
        {
            throw responses.Rejection($"Too many seats: a registration may have {limit}");
        }

        var seats = body.Integer("seats") ?? (int)registration["seats"]!;
        var status = body.Text("status") ?? (string)registration["status"]!;
        var taken = CountSeats(call.Data.Below(Type, session).Where(row => row != registration));
        if (status == "accepted" && taken + seats > (int)conference["capacity"]!)
        {
            throw responses.Rejection("Session is full");
        }

        (registration["seats"], registration["status"]) = (seats, status);
        if (client is not null)
        {
            registration["client"] = ConferenceData.ClientOf(client);
        }

        if (form is not null)
        {
            registration["form"] = form;
        }
    }
}
