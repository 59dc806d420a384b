namespace TrainingApis.Cegos;

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
