namespace TrainingApis.Sandbox.Resamania;

/// <summary>The network's nodes.</summary>
internal static class ResamaniaNodeApi
{
    public static IReadOnlyList<ResamaniaRoute> Routes { get; } = new ResamaniaRoute[]
    {
        new("GET", "network_nodes", ResamaniaAudience.Everyone, ResamaniaContext.None, call => List(call, call.Brand.Nodes)),
        new("GET", "network_nodes/{id}", ResamaniaAudience.Everyone, ResamaniaContext.None, Read),
        new("GET", "network/nodes/read", ResamaniaAudience.Everyone, ResamaniaContext.Network, call => List(call, call.Brand.Nodes)),
        new("GET", "network/nodes/write", ResamaniaAudience.Everyone, ResamaniaContext.Network, call => List(call, Below(call.Brand, call.Node!.Id))),
        // Deprecated, and still there.
        new("GET", "network/nodes", ResamaniaAudience.Everyone, ResamaniaContext.Network, call => List(call, call.Brand.Nodes)),
    };

    /// <summary>A node and all below it.</summary>
    public static IEnumerable<ResamaniaNode> Below(ResamaniaBrand brand, long nodeId) =>
        brand.Nodes.Where(node => node.Id == nodeId || (node.ParentId is { } parent && Below(brand, nodeId, parent)));

    private static bool Below(ResamaniaBrand brand, long top, long id) =>
        id == top || (brand.Nodes.Find(node => node.Id == id)?.ParentId is { } parent && Below(brand, top, parent));

    private static SandboxAnswer List(ResamaniaCall call, IEnumerable<ResamaniaNode> nodes)
    {
        var query = new ResamaniaQuery(call.Request, "clubId", "alias", "name", "q");
        var found = nodes.Where(one => query.Allows("clubId", call.Brand.Iri("clubs", one.ClubId)) && query.Allows("alias", one.Alias)
            && query.Allows("name", one.Name) && (query.Get("q") is not { } text || one.Name.Contains(text, StringComparison.OrdinalIgnoreCase))).ToList();
        // Where nodes hold their children, these are not listed a second time.
        if (call.Control.NodeShape == ResamaniaNodeShape.Nested)
            found.RemoveAll(one => one.ParentId is { } parent && found.Exists(other => other.Id == parent));
        return HydraPage.Of(call, query, "NetworkNode", "network_nodes", found, hasTotal: true, (json, one) => ResamaniaNodeJson.Write(json, one, call));
    }

    private static SandboxAnswer Read(ResamaniaCall call)
    {
        var node = call.Brand.Nodes.Find(one => one.Id == call.Id) ?? throw ResamaniaRefusal.NotFound();
        return call.Item(200, "NetworkNode", json => ResamaniaNodeJson.WriteMembers(json, node, call));
    }
}
