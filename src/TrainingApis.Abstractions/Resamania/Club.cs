namespace TrainingApis.Resamania;

/// <summary>Represents a club. The documents name few of its members; all others are in <see cref="AdditionalProperties"/>.</summary>
public sealed class Club
{
    /// <summary>Gets the id: the last segment of <see cref="Iri"/>.</summary>
    public string Id => ResamaniaIri.IdOf(Iri);

    /// <summary>Gets or sets the club, its identity: <c>/demoapi/clubs/1</c>.</summary>
    public string Iri { get; set; } = string.Empty;

    /// <summary>Gets or sets its name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets its code, as sales carry it.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets the e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Gets or sets the phone number.</summary>
    public string? Phone { get; set; }

    /// <summary>Gets or sets the postal code; lists can be narrowed by it.</summary>
    public string? PostalCode { get; set; }

    /// <summary>Gets or sets the address, where it is one object.</summary>
    public Address? Address { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? Id;
}

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

/// <summary>Represents the source of contacts: an application or a campaign. They must be made again in production.</summary>
public sealed class Source
{
    /// <summary>Gets the id: the last segment of <see cref="Iri"/>.</summary>
    public string Id => ResamaniaIri.IdOf(Iri);

    /// <summary>Gets or sets the source, its identity: <c>/demoapi/referentials/sources/1</c>.</summary>
    public string Iri { get; set; } = string.Empty;

    /// <summary>Gets or sets its name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets whether it is no longer in use.</summary>
    public bool? Archived { get; set; }

    /// <summary>Gets or sets whether an earlier run had done it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? Id;
}
