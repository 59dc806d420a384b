using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Provides the operations on sources, clubs and network nodes.</summary>
internal static class ResamaniaReferences
{
    private static readonly ObjectSchema Source = new ObjectSchema().Require("name", Schema.NotBlank);

    public static Response ListSources(ResamaniaCall call) =>
        call.List("Source", call.Store["sources"], new ObjectSchema().Allow("archived", Schema.TextBoolean));

    public static Response ReadSource(ResamaniaCall call) =>
        call.Item(200, "Source", call.Find("sources", ResamaniaStore.Iri($"referentials/sources/{call.Request["id"]}")));

    public static Response CreateSource(ResamaniaCall call)
    {
        var name = call.Read(Source).Text("name")!;
        var row = ResamaniaSampleData.AddSource(call.Store, ResamaniaSampleData.LastSource + call.Store["sources"].NextNumber(), name);
        call.Record(ResamaniaStore.Id(row));
        return call.Item(201, "Source", row);
    }

    public static Response ListClubs(ResamaniaCall call) =>
        call.List("Club", ClubsOf(call), new ObjectSchema().Allow("postalCode q", Schema.Text));

    public static Response ReadClub(ResamaniaCall call)
    {
        var iri = ResamaniaStore.Iri($"clubs/{call.Request["id"]}");
        return call.Item(
            200, "Club", ClubsOf(call).FirstOrDefault(club => ResamaniaStore.Id(club) == iri) ?? throw ResamaniaErrors.NotFound());
    }

    public static Response ListNodes(ResamaniaCall call)
    {
        var nodes = call.Store["network_nodes"].ToList();

        // Nested nodes are not listed a second time, unless the request contains a filter.
        var isFiltered = call.Request.Query.Any(pair => pair.Key is not ("page" or "itemsPerPage"));
        var isNested = call.Settings.NestedNodes && !isFiltered;
        return call.List(
            "NetworkNode",
            isNested ? nodes.Where(node => node["parent"] is null) : nodes,
            new ObjectSchema().Allow("clubId alias name q", Schema.Text),
            node => ShowNode(call, node));
    }

    public static Response ReadNode(ResamaniaCall call)
    {
        var node = call.Find("network_nodes", ResamaniaStore.Iri($"network_nodes/{call.Request["id"]}"));
        return call.Item(200, "NetworkNode", ShowNode(call, node));
    }

    /// <summary>Gets all clubs or, for network paths, the clubs below the network node from which the caller acts.</summary>
    private static IEnumerable<JsonObject> ClubsOf(ResamaniaCall call)
    {
        var clubs = call.Store["network_nodes"].Where(IsBelow).Select(node => (string?)node["clubId"]).ToHashSet();
        return call.Store["clubs"].Where(club => !call.Request.Segments.Contains("network") || clubs.Contains(ResamaniaStore.Id(club)));

        bool IsBelow(JsonObject node) =>
            node == call.Node || (call.Store["network_nodes"].Find((string?)node["parent"]) is { } parent && IsBelow(parent));
    }

    private static JsonObject ShowNode(ResamaniaCall call, JsonObject node)
    {
        var isNested = call.Settings.NestedNodes;
        var children = call.Store["network_nodes"].Where(one => (string?)one["parent"] == ResamaniaStore.Id(node));
        var shown = (JsonObject)node.DeepClone();
        shown["children"] = new JsonArray(
            [.. children.Select(child => isNested ? ShowNode(call, child) : (JsonNode)ResamaniaStore.Id(child))]);
        if (isNested || shown["parent"] is null)
        {
            shown.Remove("parent");
        }

        return shown;
    }
}
