using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>
/// Provides the registrations of sessions, and the rules by which the vendor refuses them. A deletion is a cancellation: the
/// registration stays, and lists contain it only on request.
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
        var client = call.Find(ConferenceResource.Client, body.Object("client")!.Text("id")!);
        if ((string?)session["status"] == "closed")
        {
            throw responses.Rejection("Session is closed");
        }

        var conference = call.FindParent(ConferenceResource.Conference, session);
        var seats = body.Integer("seats") ?? 1;
        var status = body.Text("status") ?? "accepted";
        CheckSeats(conference, seats);
        CheckCapacity(call, conference, session, null, seats, status);
        var registration = new JsonObject
        {
            ["client"] = ConferenceData.ClientOf(client),
            ["status"] = status,
            ["seats"] = seats,
            ["registered"] = call.Data.Now(session),
            ["source"] = ConferenceSampleData.AccountName,
            ["sourceType"] = "api",
            ["cancelReason"] = null,
            ["cancelSource"] = null,
            ["cancelled"] = null,
            ["form"] = ReadForm(body, conference),
        };
        AddLinks(call.Data.Add(Type, (string)session["id"]!, registration));
        call.Data.Record(call.Operation, registration, body.Json);
        return responses.Item(Type, registration);
    }

    /// <summary>Changes the members that the caller sent, and no other.</summary>
    public Response Update(ConferenceCall call)
    {
        var registration = call.FindRegistration();
        var body = call.Read(ConferenceSchemas.RegistrationChange);
        if (IsCancelled(registration))
        {
            throw responses.Rejection("Registration is cancelled");
        }

        var session = call.FindParent(ConferenceResource.Session, registration);
        var conference = call.FindParent(ConferenceResource.Conference, session);
        var clientId = body.Object("client")?.Text("id");
        var client = clientId is null ? null : call.Find(ConferenceResource.Client, clientId);
        var form = ReadForm(body, conference);
        if (body.Integer("seats") is { } newSeats)
        {
            CheckSeats(conference, newSeats);
        }

        // Nothing is changed before all of it is checked.
        if (body.Has("seats") || body.Has("status"))
        {
            var seats = body.Integer("seats") ?? (int)registration["seats"]!;
            var status = body.Text("status") ?? (string)registration["status"]!;
            CheckCapacity(call, conference, session, registration, seats, status);
            (registration["status"], registration["seats"]) = (status, seats);
        }

        if (client is not null)
        {
            registration["client"] = ConferenceData.ClientOf(client);
        }

        if (form is not null)
        {
            registration["form"] = form;
        }

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

    /// <summary>Adds the public ID and the page of a registration.</summary>
    public static void AddLinks(JsonObject registration)
    {
        var cipher = $"rg{104729L * ((int)registration["index"]! + 1):x10}";
        (registration["cipherId"], registration["webLink"]) = (cipher, $"https://www.example.com/r/{cipher}");
    }

    public static int CountSeats(IEnumerable<JsonObject> registrations) =>
        registrations.Where(row => (string?)row["status"] == "accepted").Sum(row => (int)row["seats"]!);

    private static bool IsCancelled(JsonObject registration) => (string?)registration["status"] == "cancelled";

    private static JsonArray? ReadForm(RequestBody body, JsonObject conference) =>
        body.Json["form"] is JsonArray form ? ConferenceForm.Complete(form, conference) : null;

    private void CheckSeats(JsonObject conference, int seats)
    {
        var rules = conference["registrationRules"]!;
        var limit = 1 + ((bool)rules["allowAdditionalSeats"]! ? (int)rules["numberOfAdditionalSeats"]! : 0);
        if (seats > limit)
        {
            throw responses.Rejection($"Too many seats: a registration may have {limit}");
        }
    }

    /// <summary>Refuses an accepted registration when the session has not enough seats.</summary>
    private void CheckCapacity(
        ConferenceCall call, JsonObject conference, JsonObject session, JsonObject? registration, int seats, string status)
    {
        var taken = CountSeats(call.Data.Below(Type, session).Where(row => row != registration));
        if (status == "accepted" && taken + seats > (int)conference["capacity"]!)
        {
            throw responses.Rejection("Session is full");
        }
    }
}
