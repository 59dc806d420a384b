using TrainingApis.Cegos;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Cegos;

/// <summary>Represents the topics of one year as Cegos sends them. The IDs of the catalogue are set on the topics.</summary>
internal sealed class TopicYear
{
    public int? CatalogId { get; set; }

    public int? Year { get; set; }

    public ItemList<CatalogTopic>? Topics { get; set; }
}

/// <summary>Sorts the topics, and sets the position of each.</summary>
internal static class TopicTree
{
    private const string Separator = " > ";

    /// <exception cref="ShapeException">The topics or an ID are missing.</exception>
    public static IReadOnlyList<CatalogTopic> Build(IReadOnlyList<TopicYear> years)
    {
        foreach (var year in years)
        {
            if ((year.Topics ?? throw ShapeException.Missing("topics")).SelectMany(topic => topic.SelfAndDescendants())
                .Any(topic => topic.Id == 0))
            {
                throw ShapeException.Missing("id");
            }
        }

        return years.SelectMany(year => Place(year.Topics!, year, null)).ToArray();
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
