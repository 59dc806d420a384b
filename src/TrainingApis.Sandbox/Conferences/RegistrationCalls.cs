using System.Text.Json.Nodes;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>The registrations of a session. A deletion is a cancellation: the registration stays, and lists hide it unless asked.</summary>
internal sealed class RegistrationCalls
{
    private static readonly ConferencesKind Kind = ConferencesKinds.Registration;
    private readonly ConferencesControl _control;
    private readonly ConferencesShapes _shapes;

    public RegistrationCalls(ConferencesControl control, ConferencesShapes shapes) => (_control, _shapes) = (control, shapes);

    public SandboxAnswer List(ConferencesCall call)
    {
        call.RefuseBody("fields", "withCancelled");
        var session = call.Session();
        var (fields, withCancelled) = (call.Fields(Kind), call.WithCancelled());
        var items = call.Store.In(Kind, session.Id).Where(one => withCancelled || one.Text("status") != "cancelled");
        return _shapes.Many(Kind, items, session.Index % 2 == 1, fields);
    }

    public SandboxAnswer Get(ConferencesCall call)
    {
        call.RefuseBody("fields");
        return _shapes.One(200, Kind, call.Registration(), call.Fields(Kind));
    }

    public SandboxAnswer Create(ConferencesCall call)
    {
        var session = call.Session();
        var body = call.Body(Kind.Create);
        var client = call.Find(ConferencesKinds.Client, (string)body["client"]!["id"]!);
        if (session.Text("status") == "closed")
            throw ConferencesRefusal.Rejected("Session is closed");
        var index = call.Store.All(Kind).Count;
        var members = ConferencesMembers.Registration(index, client, call.World.Now(session));
        members["source"] = call.Store.Account;
        var registration = new ConferencesItem(index, string.Empty, session.Id, members);
        Fill(call, session, registration, body);
        var added = call.Store.Add(Kind, session.Id, members);
        call.World.Record(call.Operation, call.Store, added.Id, session.Id, body);
        return _shapes.One(_control.CreateStatus, Kind, added);
    }

    /// <summary>Changes what is given, and nothing else.</summary>
    public SandboxAnswer Update(ConferencesCall call)
    {
        var registration = call.Registration();
        var body = call.Body(Kind.Update);
        if (registration.Text("status") == "cancelled")
            throw ConferencesRefusal.Rejected("Registration is cancelled");
        var session = call.Find(ConferencesKinds.Session, registration.ParentId);
        var changed = new ConferencesItem(registration.Index, registration.Id, registration.ParentId, registration.Members.DeepClone().AsObject());
        if ((string?)body["client"]?["id"] is { } clientId)
            changed.Members["client"] = ConferencesMembers.Client(call.Find(ConferencesKinds.Client, clientId));
        Fill(call, session, changed, body);
        // Only what was accepted as a whole becomes true.
        registration.Take(changed.Members);
        call.World.Record(call.Operation, call.Store, registration.Id, session.Id, body);
        return _shapes.One(200, Kind, registration);
    }

    public SandboxAnswer Cancel(ConferencesCall call)
    {
        call.RefuseQuery();
        var registration = call.Registration();
        var body = call.Request.Body.Length == 0 ? null : call.Body(ConferencesKinds.Cancellation);
        if (registration.Text("status") == "cancelled")
            throw ConferencesRefusal.Rejected("Registration is already cancelled");
        registration.Members["status"] = "cancelled";
        registration.Members["cancelReason"] = body?["reason"]?.DeepClone();
        registration.Members["cancelSource"] = body?["source"]?.DeepClone();
        registration.Members["cancelled"] = call.World.Now(call.Find(ConferencesKinds.Session, registration.ParentId));
        call.World.Record(call.Operation, call.Store, registration.Id, registration.ParentId, body);
        return SandboxAnswer.Empty(_control.DeleteStatus);
    }

    /// <summary>Takes over seats, status and form, and holds them against the conference's rules.</summary>
    private void Fill(ConferencesCall call, ConferencesItem session, ConferencesItem registration, JsonObject body)
    {
        var conference = call.Find(ConferencesKinds.Conference, session.ParentId);
        foreach (var name in new[] { "seats", "status" }.Where(body.ContainsKey))
            registration.Members[name] = body[name]!.DeepClone();
        if (body["form"] is JsonArray form)
            registration.Members["form"] = FormRules.Complete(form, conference, ConferencesWorld.CompanyZone);
        if (!body.ContainsKey("seats") && !body.ContainsKey("status") && registration.Id.Length > 0)
            return;
        if (body.ContainsKey("seats") && registration.Whole("seats") > MostSeats(conference))
            throw ConferencesRefusal.Rejected($"A registration may have at most {MostSeats(conference)} seats");
        if (registration.Text("status") != "accepted" || HasRoom(call, conference, registration))
            return;
        if (_control.FullSession == ConferencesFullSession.Refuse)
            throw ConferencesRefusal.Rejected("Session is full");
        registration.Members["status"] = "waitingList";
    }

    private static int MostSeats(ConferencesItem conference)
    {
        var rules = conference.Members["registrationRules"];
        return 1 + ((bool?)rules?["allowAdditionalSeats"] == true ? (int?)rules["numberOfAdditionalSeats"] ?? 0 : 0);
    }

    private static bool HasRoom(ConferencesCall call, ConferencesItem conference, ConferencesItem registration)
    {
        if (conference.Whole("capacity") is not { } capacity)
            return true;
        var others = call.Store.In(Kind, registration.ParentId).Where(one => one.Id != registration.Id && one.Text("status") == "accepted");
        return others.Sum(one => one.Whole("seats") ?? 1) + registration.Whole("seats") <= capacity;
    }
}
