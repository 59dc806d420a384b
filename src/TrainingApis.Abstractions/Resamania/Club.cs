namespace TrainingApis.Resamania;

/// <summary>Represents a club. Few of its members are documented; all others are in <see cref="AdditionalProperties"/>.</summary>
public sealed class Club
{
    /// <summary>Gets the ID, which is the last segment of <see cref="Iri"/>.</summary>
    public string Id => ResamaniaIri.IdOf(Iri);

    /// <summary>Gets or sets the IRI of the club, which is its identity: <c>/demoapi/clubs/1</c>.</summary>
    public string Iri { get; set; } = string.Empty;

    /// <summary>Gets or sets the name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the code, which sales contain.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets the e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Gets or sets the phone number.</summary>
    public string? Phone { get; set; }

    /// <summary>Gets or sets the postal code, by which lists can be filtered.</summary>
    public string? PostalCode { get; set; }

    /// <summary>Gets or sets the address, if it is one object.</summary>
    public Address? Address { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>Gets the name, or the ID if there is no name.</summary>
    public override string ToString() => Name ?? Id;
}

/// <summary>
/// Represents a node in the tree of a chain: a group, a franchise or a club. Until December 2025, Resamania returned the children inside
/// their parent; since then, it returns their IRIs. Both forms give the same result: separate nodes with the IRIs of their parent and
/// children.
/// </summary>
public sealed class NetworkNode
{
    /// <summary>Gets the ID, which is the last segment of <see cref="Iri"/>.</summary>
    public string Id => ResamaniaIri.IdOf(Iri);

    /// <summary>Gets or sets the IRI of the node, which is its identity: <c>/demoapi/network_nodes/1433</c>.</summary>
    public string Iri { get; set; } = string.Empty;

    /// <summary>Gets or sets the name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the short name.</summary>
    public string? Alias { get; set; }

    /// <summary>Gets or sets the kind of node: <c>group</c>, <c>franchise</c> or <c>club</c>.</summary>
    public string? Type { get; set; }

    /// <summary>Gets or sets the IRI of the club, if the node is a club.</summary>
    public string? ClubId { get; set; }

    /// <summary>Gets or sets the IRI of the parent node; null for the top node, or if the response does not contain it.</summary>
    public string? Parent { get; set; }

    /// <summary>Gets or sets the IRIs of the child nodes.</summary>
    public ItemList<string> Children { get; set; } = ItemList<string>.Empty;

    /// <summary>Gets the name, or the ID if there is no name.</summary>
    public override string ToString() => Name ?? Id;
}

/// <summary>Represents a source of contacts: an application or a campaign. Sources must be created again in production.</summary>
public sealed class Source
{
    /// <summary>Gets the ID, which is the last segment of <see cref="Iri"/>.</summary>
    public string Id => ResamaniaIri.IdOf(Iri);

    /// <summary>Gets or sets the IRI of the source, which is its identity: <c>/demoapi/referentials/sources/1</c>.</summary>
    public string Iri { get; set; } = string.Empty;

    /// <summary>Gets or sets the name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets whether the source is no longer in use.</summary>
    public bool? Archived { get; set; }

    /// <summary>Gets or sets whether an earlier run with the same journal made the change; nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>Gets the name, or the ID if there is no name.</summary>
    public override string ToString() => Name ?? Id;
}
