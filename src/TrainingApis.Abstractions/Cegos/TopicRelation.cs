namespace TrainingApis.Cegos;

/// <summary>That a product belongs to a topic.</summary>
public sealed class TopicRelation : NestedObject
{
    /// <summary>The topic's <see cref="CatalogTopic.Id"/>.</summary>
    public int? CatalogTopicId { get; set; }

    /// <summary><c>Main</c>, <c>Secondary</c>; the list is open.</summary>
    public string? RelationType { get; set; }

    /// <summary>The product's place in the topic.</summary>
    public int? Order { get; set; }

    /// <summary>Id and type: <c>928100 (Main)</c>.</summary>
    public override string ToString() => RelationType is null ? $"{CatalogTopicId}" : $"{CatalogTopicId} ({RelationType})";
}
