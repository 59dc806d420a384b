using System.Text.Json.Nodes;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>A conference, a session, a registration and so on: its members as the vendor names them.</summary>
internal sealed class ConferencesItem
{
    public ConferencesItem(int index, string id, string parentId, JsonObject members)
    {
        (Index, Id, ParentId, Members) = (index, id, parentId, members);
    }

    /// <summary>Its place among all of its kind that the account ever had; decides its shape in answers.</summary>
    public int Index { get; }

    public string Id { get; }

    /// <summary>The id of what it belongs to: a session's conference, a registration's session, what a watch watches.</summary>
    public string ParentId { get; }

    /// <summary>All members but the id.</summary>
    public JsonObject Members { get; }

    public string? Text(string name) => (string?)Members[name];

    /// <summary>A number; null where there is none.</summary>
    public int? Whole(string name) => (int?)Members[name];

    /// <summary>Takes over each member of a body.</summary>
    public void Take(JsonObject body)
    {
        foreach (var (name, value) in body)
            Members[name] = value?.DeepClone();
    }
}
