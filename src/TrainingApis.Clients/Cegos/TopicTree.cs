using TrainingApis.Cegos;

namespace TrainingApis.Clients.Cegos;

/// <summary>Puts the topics in their order and tells each where it stands.</summary>
internal static class TopicTree
{
    private const string Separator = " > ";

    public static IReadOnlyList<CatalogTopic> Build(IEnumerable<TopicYear> years) =>
        years.SelectMany(year => Place(year.Topics!, year, null)).ToArray();

    /// <summary>Which member the answer lacks that it cannot be used without; null where it has all.</summary>
    public static string? Missing(TopicYear year)
    {
        if (year.Topics is null)
        {
            return "topics";
        }

        return year.Topics.SelectMany(topic => topic.SelfAndDescendants()).Any(topic => topic.Id == 0) ? "id" : null;
    }

    private static CatalogTopic[] Place(IEnumerable<CatalogTopic> siblings, TopicYear year, CatalogTopic? parent)
    {
        var inOrder = siblings.OrderBy(topic => topic.Order ?? int.MaxValue).ToArray();
        foreach (var topic in inOrder)
        {
            topic.CatalogId = year.CatalogId;
            topic.Year = year.Year;
            topic.ParentId = parent?.Id;
            topic.Depth = parent is null ? 0 : parent.Depth + 1;
            topic.Path = parent is null ? topic.ToString() : parent.Path + Separator + topic;
            topic.SubTopics = topic.SubTopics.Count == 0 ? ItemList<CatalogTopic>.Empty
                : new ItemList<CatalogTopic>(Place(topic.SubTopics, year, topic));
        }
        return inOrder;
    }
}
