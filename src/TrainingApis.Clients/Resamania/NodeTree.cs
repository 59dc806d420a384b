using TrainingApis.Clients.Json;
using TrainingApis.Resamania;

namespace TrainingApis.Clients.Resamania;

/// <summary>
/// Reads network nodes of both shapes, page by page: with their children inside, or with IRIs of their children. A node that occurs twice
/// is returned once.
/// </summary>
internal sealed class NodeTree
{
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>Gets whether a node was inside another one, so that the count of the vendor is not the number of nodes.</summary>
    public bool IsNested { get; private set; }

    /// <summary>Gets the nodes of a page, parents first.</summary>
    public IReadOnlyList<NetworkNode> Read(IReadOnlyList<JsonObject> page)
    {
        var (nodes, order) = (new Dictionary<string, NetworkNode>(StringComparer.Ordinal), new List<string>());
        foreach (var node in page)
        {
            Add(node, null, null, nodes, order);
        }

        order.RemoveAll(iri => !_read.Add(iri) && nodes.Remove(iri));
        foreach (var node in nodes.Values)
        {
            node.Parent ??= _parents.TryGetValue(node.Iri, out var parent) ? parent : null;
        }

        return Sort(nodes, order);
    }

    private static List<NetworkNode> Sort(Dictionary<string, NetworkNode> nodes, List<string> order)
    {
        var (placed, sorted) = (new HashSet<string>(StringComparer.Ordinal), new List<NetworkNode>());
        var tops = order.Where(iri => nodes[iri].Parent is not { } parent || !nodes.ContainsKey(parent));
        foreach (var top in tops.Concat(order))
        {
            // It uses a stack instead of recursion, because the vendor determines the depth.
            var next = new Stack<string>([top]);
            while (next.TryPop(out var iri))
            {
                if (!nodes.TryGetValue(iri, out var node) || !placed.Add(iri))
                {
                    continue;
                }

                sorted.Add(node);
                foreach (var child in node.Children.Reverse())
                {
                    next.Push(child);
                }
            }
        }

        return sorted;
    }

    /// <summary>Adds a node and the nodes inside it. A child that is an IRI is a node of its own elsewhere.</summary>
    private string? Add(JsonObject? json, string? iri, string? parent, Dictionary<string, NetworkNode> nodes, List<string> order)
    {
        if (json is null)
        {
            return iri;
        }

        IsNested |= parent is not null;
        var own = json.Text("@id") ?? throw ShapeException.Missing("@id");
        if (!nodes.TryGetValue(own, out var node))
        {
            nodes.Add(own, node = new NetworkNode { Iri = own });
            order.Add(own);
        }

        node.Name ??= json.Text("name");
        node.Alias ??= json.Text("alias");
        node.Type ??= json.Text("type");
        node.ClubId ??= json.Text("clubId");
        node.Parent ??= json.Text("parent") ?? parent;
        var children = json["children"] as List<object?> ?? [json["children"]];
        var below = children.Select(child => Add(JsonObject.Of(child), child as string, own, nodes, order)).OfType<string>().ToArray();
        if (below.Length > 0)
        {
            node.Children = new ItemList<string>(below);
        }

        foreach (var child in below)
        {
            _parents[child] = own;
        }

        return own;
    }
}
