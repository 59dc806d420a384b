using System.Text.Json;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Writes network nodes in the old form, the new one, or whichever falls to the node.</summary>
internal static class ResamaniaNodeJson
{
    public static void Write(Utf8JsonWriter json, ResamaniaNode node, ResamaniaCall call)
    {
        json.WriteStartObject();
        WriteMembers(json, node, call);
        json.WriteEndObject();
    }

    public static void WriteMembers(Utf8JsonWriter json, ResamaniaNode node, ResamaniaCall call)
    {
        var shape = call.Control.NodeShape;
        json.WriteString("@id"u8, Iri(call, node.Id));
        json.WriteString("@type"u8, "NetworkNode");
        json.WriteNumber("id"u8, node.Id);
        json.WriteString("name"u8, node.Name);
        // By item, an alias that there is not is null or left out.
        if (node.Alias != null || shape != ResamaniaNodeShape.ByItem || node.Id % 2 == 1)
            json.WriteString("alias"u8, node.Alias);
        json.WriteString("type"u8, node.Type);
        json.WriteString("clubId"u8, call.Brand.Iri("clubs", node.ClubId));
        if (node.ParentId is { } parent && (shape == ResamaniaNodeShape.Flat || (shape == ResamaniaNodeShape.ByItem && node.Id % 3 != 0)))
            json.WriteString("parent"u8, Iri(call, parent));
        WriteChildren(json, node, call, shape);
    }

    private static void WriteChildren(Utf8JsonWriter json, ResamaniaNode node, ResamaniaCall call, ResamaniaNodeShape shape)
    {
        var children = call.Brand.Nodes.Where(one => one.ParentId == node.Id).ToList();
        // By item: clubs with an even id have no such member, the first franchise holds objects, the second both, the root IRIs.
        if (shape == ResamaniaNodeShape.Absent || (shape == ResamaniaNodeShape.ByItem && children.Count == 0 && node.Id % 2 == 0))
            return;
        json.WriteStartArray("children"u8);
        for (var index = 0; index < children.Count; index++)
        {
            if (shape == ResamaniaNodeShape.Nested || (shape == ResamaniaNodeShape.ByItem && (node.Id == 1434 || (node.Id == 1435 && index == 0))))
                Write(json, children[index], call);
            else
                json.WriteStringValue(Iri(call, children[index].Id));
        }

        json.WriteEndArray();
    }

    private static string Iri(ResamaniaCall call, long id) => call.Brand.Iri("network_nodes", id);
}
