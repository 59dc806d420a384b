using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Binding;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Gets the topics of the catalogues, of the current year and also of the next year once it is published.</summary>
[Cmdlet(VerbsCommon.Get, "CegosCatalogTopic")]
[OutputType(typeof(CatalogTopic))]
public sealed class GetCegosCatalogTopicCommand : LookupCmdlet<ICegosApi, CatalogTopic>
{
    /// <summary>Gets or sets the IDs of the catalogues whose topics are read; null for all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(CatalogIdCompleter))]
    [Id(WholeNumber = true)]
    [ValidateNotNullOrEmpty]
    public int[]? CatalogId { get; set; }

    /// <summary>Gets or sets whether the command emits only the topics without a parent, each with its subtopics inside.</summary>
    [Parameter]
    public SwitchParameter Tree { get; set; }

    private protected override Task<IReadOnlyList<CatalogTopic>> ReadAllAsync() => Api.Catalog(Observer).GetTopicsAsync(Stop);

    private protected override Task ProcessAsync() =>
        WriteNamedAsync("catalogue with topics", CatalogId, (topic, id) => topic.CatalogId == id);

    private protected override void Write(IEnumerable<CatalogTopic> items) =>
        base.Write(Tree ? items : items.SelectMany(root => root.SelfAndDescendants()));
}
