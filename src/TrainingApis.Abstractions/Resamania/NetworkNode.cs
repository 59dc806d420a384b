namespace TrainingApis.Resamania;

/// <summary>
/// Represents a place in the tree of a chain: a group, a franchise, or a club. Resamania wrote the children inside their parent until
/// December 2025 and their IRIs since. Both come out the same: every node by itself, with its parent and its children as IRIs.
/// </summary>
public sealed class NetworkNode
{
    /// <summary>Gets the id: the last segment of <see cref="Iri"/>.</summary>
    public string Id => ResamaniaIri.IdOf(Iri);

    /// <summary>Gets or sets the node, its identity: <c>/demoapi/network_nodes/1433</c>.</summary>
    public string Iri { get; set; } = string.Empty;

    /// <summary>Gets or sets its name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets its short name.</summary>
    public string? Alias { get; set; }

    /// <summary>Gets or sets the kind: <c>group</c>, <c>franchise</c> or <c>club</c>.</summary>
    public string? Type { get; set; }

    /// <summary>Gets or sets the club that it is, as IRI; of clubs only.</summary>
    public string? ClubId { get; set; }

    /// <summary>Gets or sets the node above, as IRI; null at the top, or where the response does not show it.</summary>
    public string? Parent { get; set; }

    /// <summary>Gets or sets the nodes below, as IRIs.</summary>
    public ItemList<string> Children { get; set; } = ItemList<string>.Empty;

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? Id;
}
