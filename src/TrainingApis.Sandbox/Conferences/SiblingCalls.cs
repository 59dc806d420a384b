using System.Text.Json.Nodes;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>Conferences, and what hangs directly below them: sessions, speakers, invitees.</summary>
internal sealed class SiblingCalls
{
    private readonly ConferencesControl _control;
    private readonly ConferencesShapes _shapes;

    public SiblingCalls(ConferencesControl control, ConferencesShapes shapes) => (_control, _shapes) = (control, shapes);

    /// <summary>The five operations of a kind, by name.</summary>
    public IEnumerable<(string Operation, Func<ConferencesCall, SandboxAnswer> Act)> Of(ConferencesKind kind) => new (string, Func<ConferencesCall, SandboxAnswer>)[]
    {
        ($"List{kind.Name}s", call => List(call, kind)),
        ($"Get{kind.Name}", call => Get(call, kind)),
        ($"Create{kind.Name}", call => Create(call, kind)),
        ($"Update{kind.Name}", call => Update(call, kind)),
        ($"Delete{kind.Name}", call => Delete(call, kind)),
    };

    private SandboxAnswer List(ConferencesCall call, ConferencesKind kind)
    {
        call.RefuseBody("fields");
        if (kind == ConferencesKinds.Conference)
            return _shapes.Many(kind, call.Store.All(kind), oftenBare: false, call.Fields(kind));
        var conference = call.Conference();
        return _shapes.Many(kind, call.Store.In(kind, conference.Id), conference.Index % 2 == 1, call.Fields(kind));
    }

    private SandboxAnswer Get(ConferencesCall call, ConferencesKind kind)
    {
        call.RefuseBody("fields");
        return _shapes.One(200, kind, Item(call, kind), call.Fields(kind));
    }

    private SandboxAnswer Create(ConferencesCall call, ConferencesKind kind)
    {
        var parentId = kind == ConferencesKinds.Conference ? string.Empty : call.Conference().Id;
        var body = call.Body(kind.Create);
        var item = call.Store.Add(kind, parentId, new JsonObject());
        item.Take(body);
        Complete(item, kind);
        call.World.Record(call.Operation, call.Store, item.Id, parentId, body);
        return _shapes.One(_control.CreateStatus, kind, item);
    }

    private SandboxAnswer Update(ConferencesCall call, ConferencesKind kind)
    {
        var item = Item(call, kind);
        var body = call.Body(kind.Update);
        item.Take(body);
        Complete(item, kind);
        call.World.Record(call.Operation, call.Store, item.Id, item.ParentId, body);
        return _shapes.One(200, kind, item);
    }

    private SandboxAnswer Delete(ConferencesCall call, ConferencesKind kind)
    {
        call.RefuseBody();
        var item = Item(call, kind);
        call.Store.Remove(kind, item);
        call.World.Record(call.Operation, call.Store, item.Id, item.ParentId, null);
        return SandboxAnswer.Empty(_control.DeleteStatus);
    }

    /// <summary>The members that callers do not write.</summary>
    private static void Complete(ConferencesItem item, ConferencesKind kind)
    {
        if (kind == ConferencesKinds.Conference)
            item.Members.TryAdd("form", ConferencesForms.OfNewConference());
        if (kind == ConferencesKinds.Invitee)
            item.Members.TryAdd("status", "pending");
        if (kind != ConferencesKinds.Session)
            return;
        foreach (var (name, value) in ConferencesMembers.Session(item.Index, default, null, isClosed: false).Where(member => member.Key != "start").ToList())
            item.Members.TryAdd(name, value?.DeepClone());
        item.Members["start"]!.AsObject().TryAdd("timeZone", ConferencesWorld.CompanyZone);
    }

    private static ConferencesItem Item(ConferencesCall call, ConferencesKind kind) => kind == ConferencesKinds.Conference ? call.Conference() : call.Child(kind);
}
