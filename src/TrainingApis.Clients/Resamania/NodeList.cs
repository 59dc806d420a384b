using TrainingApis.Clients.Json;
using TrainingApis.Resamania;

namespace TrainingApis.Clients.Resamania;

/// <summary>Reads network nodes in both shapes into one: children inside their parent, or named by IRI; a node that comes twice is
/// one.</summary>
internal sealed class NodeList
{
    private readonly Dictionary<string, NetworkNode> _nodes = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>Reads one page.</summary>
    /// <returns>The next page's IRI, or null.</returns>
    public string? Read(ReadOnlySpan<byte> json)
    {
        var page = JsonMembers.Read(json);
        if ((page.GetValueOrDefault("hydra:member") ?? page.GetValueOrDefault("member")) is not List<object?> members)
        {
            throw ShapeException.Missing("hydra:member");
        }

        foreach (var member in members)
        {
            Add(member, null);
        }

        var view = JsonMembers.Of(page.GetValueOrDefault("hydra:view") ?? page.GetValueOrDefault("view"));
        return view is null ? null : JsonMembers.Text(view, "hydra:next") ?? JsonMembers.Text(view, "next");
    }

    /// <summary>All nodes, each before those below it.</summary>
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

    private string? Add(object? value, string? parent)
    {
        if (value is string iri)
        {
            return iri;
        }

        if (JsonMembers.Of(value) is not { } members)
        {
            return null;
        }

        var own = JsonMembers.Text(members, "@id") ?? throw ShapeException.Missing("@id");
        var children = members.GetValueOrDefault("children") switch
        {
            List<object?> list => list,
            null => [],
            var single => [single],
        };
        if (!_nodes.TryGetValue(own, out var node))
        {
            _nodes.Add(own, node = new NetworkNode { Iri = own });
            _order.Add(own);
        }
        node.Name ??= JsonMembers.Text(members, "name");
        node.Alias ??= JsonMembers.Text(members, "alias");
        node.Type ??= JsonMembers.Text(members, "type");
        node.ClubId ??= JsonMembers.Text(members, "clubId");
        node.Parent ??= JsonMembers.Text(members, "parent") ?? parent;
        var below = children.Select(child => Add(child, own)).OfType<string>().ToArray();
        if (below.Length > 0)
        {
            node.Children = new ItemList<string>(below);
        }

        return own;
    }
}
