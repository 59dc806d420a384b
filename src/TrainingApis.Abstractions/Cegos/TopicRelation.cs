namespace TrainingApis.Cegos;

/// <summary>Represents the relation of a product to a topic.</summary>
public sealed class TopicRelation : NestedObject
{
    /// <summary>Gets or sets the topic's <see cref="CatalogTopic.Id"/>.</summary>
    public int? CatalogTopicId { get; set; }

    /// <summary>Gets or sets the value: <c>Main</c>, <c>Secondary</c>; the list is open.</summary>
    public string? RelationType { get; set; }

    /// <summary>Gets or sets the product's place in the topic.</summary>
    public int? Order { get; set; }

    /// <summary>Id and type: <c>928100 (Main)</c>.</summary>
    public override string ToString() => RelationType is null ? $"{CatalogTopicId}" : $"{CatalogTopicId} ({RelationType})";
}
