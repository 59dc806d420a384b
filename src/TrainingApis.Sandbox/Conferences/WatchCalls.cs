using System.Text.Json.Nodes;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>Watches are made beside the registrations, and looked after at another address. The sandbox keeps them, and calls nobody.</summary>
internal sealed class WatchCalls
{
    private const string AllSessions = "0";
    private static readonly ConferencesKind Kind = ConferencesKinds.Watch;
    private static readonly string[] Versions = { "2.0", "2.3" };
    private readonly ConferencesControl _control;
    private readonly ConferencesShapes _shapes;

    public WatchCalls(ConferencesControl control, ConferencesShapes shapes) => (_control, _shapes) = (control, shapes);

    public SandboxAnswer Create(ConferencesCall call)
    {
        var sessionId = call.Id("sessionId") ?? AllSessions;
        if (sessionId != AllSessions)
            sessionId = call.Session().Id;
        var body = call.Body(Kind.Create);
        var watch = call.Store.Add(Kind, sessionId, new());
        watch.Take(body);
        watch.Members.TryAdd("method", "POST");
        watch.Members.TryAdd("status", "enabled");
        (watch.Members["oauth2Auth"] as JsonObject)?.TryAdd("grantType", "refresh_token");
        call.World.Record(call.Operation, call.Store, watch.Id, sessionId, body);
        return _shapes.One(_control.CreateStatus, Kind, watch);
    }

    public SandboxAnswer List(ConferencesCall call)
    {
        RefuseVersion(call);
        call.RefuseBody();
        return _shapes.Many(Kind, call.Store.All(Kind), oftenBare: false);
    }

    public SandboxAnswer Get(ConferencesCall call)
    {
        RefuseVersion(call);
        call.RefuseBody();
        return _shapes.One(200, Kind, call.Find(Kind, call.Id("id")!));
    }

    public SandboxAnswer Delete(ConferencesCall call)
    {
        RefuseVersion(call);
        call.RefuseBody();
        var watch = call.Find(Kind, call.Id("id")!);
        call.Store.Remove(Kind, watch);
        call.World.Record(call.Operation, call.Store, watch.Id, watch.ParentId, null);
        return SandboxAnswer.Empty(_control.DeleteStatus);
    }

    private static void RefuseVersion(ConferencesCall call)
    {
        if (!Versions.Contains(call.Id("version")))
            throw ConferencesRefusal.NotFound("There is no such version");
    }
}
