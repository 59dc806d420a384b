using TrainingApis.Clients.Json;
using TrainingApis.Resamania;

namespace TrainingApis.Clients.Resamania;

/// <summary>Combines network nodes of both shapes into one: children inside their parent, or named by IRI; a node that comes twice is
/// one.</summary>
internal sealed class NodeList
{
    private readonly Dictionary<string, NetworkNode> _nodes = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>Adds the nodes of a page.</summary>
    public void Add(IEnumerable<JsonObject> nodes)
    {
        foreach (var node in nodes)
        {
            Add(node, null, null);
        }
    }

    /// <summary>Gets all nodes, each before those below it.</summary>
    public IReadOnlyList<NetworkNode> InOrder()
    {
        foreach (var node in _nodes.Values)
        {
            foreach (var child in node.Children)
            {
                if (_nodes.TryGetValue(child, out var known))
                {
                    known.Parent ??= node.Iri;
                }
            }
        }

        var placed = new HashSet<string>(StringComparer.Ordinal);
        var sorted = new List<NetworkNode>();
        foreach (var iri in _order.Where(iri => _nodes[iri].Parent is not { } parent || !_nodes.ContainsKey(parent)).Concat(_order))
        {
            Place(iri);
        }

        return sorted;

        // By a stack of our own: how deep it goes is up to the vendor.
        void Place(string top)
        {
            var next = new Stack<string>([top]);
            while (next.TryPop(out var iri))
            {
                if (!_nodes.TryGetValue(iri, out var node) || !placed.Add(iri))
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
    }

    /// <summary>Adds a node and those inside it; one that is an IRI stands elsewhere.</summary>
    private string? Add(JsonObject? json, string? iri, string? parent)
    {
        if (json is null)
        {
            return iri;
        }

        var own = json.Text("@id") ?? throw ShapeException.Missing("@id");
        if (!_nodes.TryGetValue(own, out var node))
        {
            _nodes.Add(own, node = new NetworkNode { Iri = own });
            _order.Add(own);
        }

        node.Name ??= json.Text("name");
        node.Alias ??= json.Text("alias");
        node.Type ??= json.Text("type");
        node.ClubId ??= json.Text("clubId");
        node.Parent ??= json.Text("parent") ?? parent;
        var children = json["children"] as List<object?> ?? [json["children"]];
        var below = children.Select(child => Add(JsonObject.Of(child), child as string, own)).OfType<string>().ToArray();
        if (below.Length > 0)
        {
            node.Children = new ItemList<string>(below);
        }

        return own;
    }
}
