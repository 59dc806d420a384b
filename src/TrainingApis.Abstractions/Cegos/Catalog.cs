namespace TrainingApis.Cegos;

/// <summary>Represents a catalogue: the products that one site sells in one year
/// (<c>https://api.cegos.fr/Documentations/ApiCatalog</c>).</summary>
public sealed class Catalog
{
    /// <summary>Gets or sets the ID of the catalogue.</summary>
    public int Id { get; set; }

    /// <summary>Gets the same ID, under the name that topics use for it.</summary>
    public int CatalogId => Id;

    /// <summary>Gets or sets the name, such as <c>Site Web 2025</c>.</summary>
    public string? Label { get; set; }

    /// <summary>Gets or sets the ID of the country, a number as text.</summary>
    public string? CountryId { get; set; }

    /// <summary>Gets or sets the name of the country, in French.</summary>
    public string? CountryLabel { get; set; }

    /// <summary>Gets or sets the first day, in local time.</summary>
    public DateTime? StartDate { get; set; }

    /// <summary>Gets or sets the last day, in local time; <c>2100-12-31</c> means no end.</summary>
    public DateTime? EndDate { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>Gets the label.</summary>
    public override string ToString() => Label ?? string.Empty;
}

/// <summary>
/// Represents a topic in the catalogue of a year, with its subtopics (<c>https://api.cegos.fr/Documentations/ApiCatalog</c>).
/// </summary>
public sealed class CatalogTopic
{
    /// <summary>Gets or sets the ID of the topic, to which products refer in <see cref="TopicRelation.CatalogTopicId"/>.</summary>
    public int Id { get; set; }

    /// <summary>Gets or sets the name.</summary>
    public string? Label { get; set; }

    /// <summary>Gets or sets the position among the topics with the same parent.</summary>
    public int? Order { get; set; }

    /// <summary>Gets or sets the subtopics, in order.</summary>
    public ItemList<CatalogTopic> SubTopics { get; set; } = ItemList<CatalogTopic>.Empty;

    /// <summary>Gets or sets the ID of the catalogue to which the topic belongs.</summary>
    public int? CatalogId { get; set; }

    /// <summary>Gets or sets the year of the catalogue.</summary>
    public int? Year { get; set; }

    /// <summary>Gets or sets the ID of the parent topic; null for a root.</summary>
    public int? ParentId { get; set; }

    /// <summary>Gets or sets the number of topics above this one; 0 for a root.</summary>
    public int Depth { get; set; }

    /// <summary>Gets or sets the labels from the root to this topic, joined by <c>" &gt; "</c>.</summary>
    public string Path { get; set; } = string.Empty;

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>Gets this topic and all topics below it in depth-first order. Each topic is directly followed by its subtopics.</summary>
    public IEnumerable<CatalogTopic> SelfAndDescendants()
    {
        yield return this;
        foreach (var topic in SubTopics.SelectMany(child => child.SelfAndDescendants()))
        {
            yield return topic;
        }
    }

    /// <summary>Gets the label.</summary>
    public override string ToString() => Label ?? string.Empty;
}

/// <summary>Represents one difference between two states of the catalogue.</summary>
public sealed class CatalogChange
{
    /// <summary>Gets or sets the kind of change.</summary>
    public CatalogChangeKind Kind { get; set; }

    /// <summary>Gets or sets the type of the item.</summary>
    public CatalogItemType ItemType { get; set; }

    /// <summary>Gets or sets the code of the product or session.</summary>
    public string Code { get; set; } = string.Empty;

    /// <summary>Gets or sets the title of the product, or of the product of the session.</summary>
    public string? ProductTitle { get; set; }

    /// <summary>
    /// Gets or sets the name of the changed property, as in the columns of <c>-Flat</c>; null if the item was added or removed.
    /// </summary>
    public string? Property { get; set; }

    /// <summary>Gets or sets the old value; null for none.</summary>
    public object? OldValue { get; set; }

    /// <summary>Gets or sets the new value; null for none.</summary>
    public object? NewValue { get; set; }

    /// <summary>Gets the change in one line.</summary>
    public override string ToString() =>
        Property is null ? $"{Kind} {ItemType} {Code}" : $"{Kind} {ItemType} {Code} {Property}: {OldValue} > {NewValue}";
}

/// <summary>Specifies the kind of change to an item of the catalogue.</summary>
public enum CatalogChangeKind
{
    /// <summary>The item is new.</summary>
    Added,

    /// <summary>The item is no longer listed.</summary>
    Removed,

    /// <summary>A property of the item has another value.</summary>
    Changed,
}

/// <summary>Specifies the type of an item of the catalogue in a comparison.</summary>
public enum CatalogItemType
{
    /// <summary>A product.</summary>
    Product,

    /// <summary>A session.</summary>
    Session,
}

/// <summary>Represents a training centre (<c>https://api.cegos.fr/Documentations/ApiCatalog</c>, referentials).</summary>
public sealed class Center
{
    /// <summary>Gets or sets the code of the centre, such as <c>679</c> or <c>AJ4</c>.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets the name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the lines of the address: none, one or two.</summary>
    public ItemList<string> Address { get; set; } = ItemList<string>.Empty;

    /// <summary>Gets or sets the city.</summary>
    public string? City { get; set; }

    /// <summary>Gets or sets the postal code, as text.</summary>
    public string? PostalCode { get; set; }

    /// <summary>Gets or sets the country.</summary>
    public string? Country { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>Gets the name.</summary>
    public override string ToString() => Name ?? Code ?? string.Empty;
}
