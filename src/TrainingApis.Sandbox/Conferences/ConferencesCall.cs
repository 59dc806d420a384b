using System.Text.Json.Nodes;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>One call that was let in: what it asks for, and for whom.</summary>
internal sealed class ConferencesCall
{
    private readonly IReadOnlyDictionary<string, string> _ids;

    public ConferencesCall(SandboxRequest request, string operation, ConferencesRoute route, IReadOnlyDictionary<string, string> ids, ConferencesStore store, ConferencesWorld world)
    {
        (Request, Operation, Route, _ids, Store, World) = (request, operation, route, ids, store, world);
    }

    public SandboxRequest Request { get; }

    public string Operation { get; }

    public ConferencesRoute Route { get; }

    public ConferencesStore Store { get; }

    public ConferencesWorld World { get; }

    /// <summary>An id of the path; null where the route has none of this name.</summary>
    public string? Id(string name) => _ids.TryGetValue(name, out var id) ? id : null;

    public ConferencesItem Conference() => Find(ConferencesKinds.Conference, Id("conferenceId")!);

    /// <summary>The session, which is one of the conference where the path names it.</summary>
    public ConferencesItem Session() => Within(ConferencesKinds.Session, "sessionId", "conferenceId", Conference);

    public ConferencesItem Registration() =>
        Within(ConferencesKinds.Registration, Id("id") == null ? "registrationId" : "id", Id("sessionId") == null ? "conferenceId" : "sessionId", SessionOrConference);

    /// <summary>What hangs directly below a conference.</summary>
    public ConferencesItem Child(ConferencesKind kind) => Within(kind, kind == ConferencesKinds.Session ? "sessionId" : "id", "conferenceId", Conference);

    /// <exception cref="ConferencesRefusal">It is somebody else's, or it is not there.</exception>
    public ConferencesItem Find(ConferencesKind kind, string id)
    {
        if (Store.Find(kind, id) is { } item)
            return item;
        throw World.Exists(kind, id)
            ? ConferencesRefusal.Forbidden($"{kind.Name} belongs to another account")
            : ConferencesRefusal.NotFound($"{kind.Name} not found");
    }

    /// <summary>The body as the documents have it.</summary>
    public JsonObject Body(BodyCheck check)
    {
        if (!Route.FieldsInQuery)
            RefuseQuery();
        return ConferencesBody.Read(Request, Route.FieldsInQuery, check);
    }

    /// <summary>Refuses what a call without a body has no use for: a body, and any query member but these.</summary>
    public void RefuseBody(params string[] allowed)
    {
        if (Request.Body.Length > 0)
            throw ConferencesRefusal.Invalid("There must be no body");
        RefuseQuery(allowed);
    }

    /// <summary>Refuses query members but these: secrets in an address come to the same.</summary>
    public void RefuseQuery(params string[] allowed)
    {
        var names = Request.Query.Pairs.Select(pair => pair.Key).ToList();
        if (names.Find(name => !allowed.Contains(name)) is { } unknown)
            throw ConferencesRefusal.Invalid($"Unknown parameter {unknown}", unknown);
        if (names.Count != names.Distinct().Count())
            throw ConferencesRefusal.Invalid("A parameter occurs twice", names.ToArray());
    }

    /// <summary>The names in <c>fields</c>; null where everything is asked for.</summary>
    public IReadOnlyCollection<string>? Fields(ConferencesKind kind)
    {
        if (Request.Query.Get("fields") is not { } text)
            return null;
        var names = text.Split(',');
        if (Array.Find(names, name => !kind.Readable.Contains(name)) is { } unknown)
            throw ConferencesRefusal.Invalid($"Unknown field '{unknown}'", "fields");
        return names;
    }

    public bool WithCancelled() => Request.Query.Get("withCancelled") switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw ConferencesRefusal.Invalid("withCancelled must be true or false", "withCancelled"),
    };

    private ConferencesItem SessionOrConference() => Id("sessionId") == null ? Conference() : Session();

    private ConferencesItem Within(ConferencesKind kind, string name, string parentName, Func<ConferencesItem> parent)
    {
        // The outer one first: what is missing is told from the left.
        var above = Id(parentName) == null ? null : parent();
        var item = Find(kind, Id(name)!);
        if (above == null || item.ParentId == above.Id || (kind == ConferencesKinds.Registration && parentName == "conferenceId"))
            return item;
        throw ConferencesRefusal.NotFound($"{kind.Name} not found");
    }
}
