using TrainingApis.Cegos;

namespace TrainingApis.Clients.Cegos;

/// <summary>What Cegos wraps the topics of one year in; the caller sees its ids on the topics.</summary>
internal sealed class TopicYear
{
    public int? CatalogId { get; set; }

    public int? Year { get; set; }

    public ItemList<CatalogTopic>? Topics { get; set; }
}
