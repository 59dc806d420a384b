namespace TrainingApis.Cegos;

/// <summary>Represents a catalogue: the products that one site sells in one year
/// (<c>https://api.cegos.fr/Documentations/ApiCatalog</c>).</summary>
public sealed class Catalog
{
    /// <summary>Gets or sets the catalogue's id.</summary>
    public int Id { get; set; }

    /// <summary>Gets the same id, under the name by which the topics ask for it.</summary>
    public int CatalogId => Id;

    /// <summary>Gets or sets its name, such as <c>Site Web 2025</c>.</summary>
    public string? Label { get; set; }

    /// <summary>Gets or sets the country's id, a number as text.</summary>
    public string? CountryId { get; set; }

    /// <summary>Gets or sets the country's name, in French.</summary>
    public string? CountryLabel { get; set; }

    /// <summary>Gets or sets the first day, wall-clock.</summary>
    public DateTime? StartDate { get; set; }

    /// <summary>Gets or sets the last day, wall-clock; <c>2100-12-31</c> stands for no end.</summary>
    public DateTime? EndDate { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>The label.</summary>
    public override string ToString() => Label ?? string.Empty;
}

/// <summary>Represents a topic of a year's catalogue, with its subtopics (<c>https://api.cegos.fr/Documentations/ApiCatalog</c>).</summary>
public sealed class CatalogTopic
{
    /// <summary>Gets or sets the topic's id; a product names it in <see cref="TopicRelation.CatalogTopicId"/>.</summary>
    public int Id { get; set; }

    /// <summary>Gets or sets its name.</summary>
    public string? Label { get; set; }

    /// <summary>Gets or sets its place among its siblings.</summary>
    public int? Order { get; set; }

    /// <summary>Gets or sets the topics below it, in their order.</summary>
    public ItemList<CatalogTopic> SubTopics { get; set; } = ItemList<CatalogTopic>.Empty;

    /// <summary>Gets or sets the catalogue that it belongs to.</summary>
    public int? CatalogId { get; set; }

    /// <summary>Gets or sets the year of that catalogue.</summary>
    public int? Year { get; set; }

    /// <summary>Gets or sets the topic above it; null at a root.</summary>
    public int? ParentId { get; set; }

    /// <summary>Gets or sets how many topics are above it: 0 at a root.</summary>
    public int Depth { get; set; }

    /// <summary>Gets or sets the labels from the root down to it, joined by <c>" &gt; "</c>.</summary>
    public string Path { get; set; } = string.Empty;

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>It and all topics below it, depth first, each directly followed by its subtopics.</summary>
    public IEnumerable<CatalogTopic> SelfAndDescendants()
    {
        yield return this;
        foreach (var topic in SubTopics.SelectMany(child => child.SelfAndDescendants()))
        {
            yield return topic;
        }
    }

    /// <summary>The label.</summary>
    public override string ToString() => Label ?? string.Empty;
}

/// <summary>Represents one difference between two states of the catalogue.</summary>
public sealed class CatalogChange
{
    /// <summary>Gets or sets what happened to the item.</summary>
    public CatalogChangeKind Kind { get; set; }

    /// <summary>Gets or sets what kind of item it is.</summary>
    public CatalogItemType ItemType { get; set; }

    /// <summary>Gets or sets the code of the product or session.</summary>
    public string Code { get; set; } = string.Empty;

    /// <summary>Gets or sets the title of the product, or of the session's product.</summary>
    public string? ProductTitle { get; set; }

    /// <summary>Gets or sets the property that changed, named as a column of <c>-Flat</c>; null where the whole item is new or
    /// gone.</summary>
    public string? Property { get; set; }

    /// <summary>Gets or sets the value before; null for none.</summary>
    public object? OldValue { get; set; }

    /// <summary>Gets or sets the value now; null for none.</summary>
    public object? NewValue { get; set; }

    /// <summary>Gets the change in one line.</summary>
    public override string ToString() =>
        Property is null ? $"{Kind} {ItemType} {Code}" : $"{Kind} {ItemType} {Code} {Property}: {OldValue} > {NewValue}";
}

/// <summary>What happened to an item of the catalogue.</summary>
public enum CatalogChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is no longer listed.</summary>
    Removed,

    /// <summary>A property has another value.</summary>
    Changed,
}

/// <summary>The items of the catalogue that are compared.</summary>
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
    /// <summary>Gets or sets the centre's code, such as <c>679</c> or <c>AJ4</c>.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets its name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the lines of its address: none, one or two.</summary>
    public ItemList<string> Address { get; set; } = ItemList<string>.Empty;

    /// <summary>Gets or sets the city.</summary>
    public string? City { get; set; }

    /// <summary>Gets or sets the postal code, as text.</summary>
    public string? PostalCode { get; set; }

    /// <summary>Gets or sets the country.</summary>
    public string? Country { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? Code ?? string.Empty;
}
