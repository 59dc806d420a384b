using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Binding;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Gets the products of the catalogue: all, page by page, those with the given codes, or those of topics.</summary>
[Cmdlet(VerbsCommon.Get, "CegosProduct", SupportsPaging = true, DefaultParameterSetName = CodeSet)]
[OutputType(typeof(Product), typeof(PSObject))]
public sealed class GetCegosProductCommand : CatalogListCmdlet<Product>
{
    private const string ProductSet = "ProductCode";
    private const string TopicSet = "Topic";

    private readonly HashSet<int> _topics = [];

    /// <summary>
    /// Gets or sets the codes of products of one year, in the form of products (202561072) or of sessions (2025-61072); null for all
    /// products.
    /// </summary>
    [Parameter(Position = 0, ParameterSetName = CodeSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProductCodeCompleter))]
    [SupportsWildcards]
    [Id]
    [ValidateNotNullOrEmpty]
    public string[]? YearlyProductCode { get; set; }

    /// <summary>Gets or sets the codes of products for all years (61072).</summary>
    [Parameter(Mandatory = true, ParameterSetName = ProductSet)]
    [SupportsWildcards]
    [Id]
    [ValidateNotNullOrEmpty]
    public string[]? ProductCode { get; set; }

    /// <summary>Gets or sets the IDs of topics; their subtopics are included.</summary>
    [Parameter(ParameterSetName = TopicSet)]
    [Id(WholeNumber = true)]
    [ValidateNotNullOrEmpty]
    public int[]? CatalogTopicId { get; set; }

    /// <summary>Gets or sets a topic from the pipeline.</summary>
    [Parameter(ParameterSetName = TopicSet, ValueFromPipeline = true, DontShow = true)]
    [InputType(typeof(CatalogTopic))]
    public PSObject? Topic { get; set; }

    /// <summary>Gets or sets the titles to match.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Title { get; set; }

    /// <summary>Gets or sets the cities to match.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? City { get; set; }

    /// <summary>Gets or sets the languages to match.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Language { get; set; }

    /// <summary>Gets or sets the delivery modes to match.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? DeliveryMode { get; set; }

    /// <summary>Gets or sets the levels to match.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Level { get; set; }

    /// <summary>Gets or sets the ranges to match.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Range { get; set; }

    /// <summary>Gets or sets the years of the offer.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public int[]? Year { get; set; }

    /// <summary>Gets or sets whether only products that the CPF pays for are read.</summary>
    [Parameter]
    public SwitchParameter Cpf { get; set; }

    /// <summary>Gets or sets whether only best-sellers are read.</summary>
    [Parameter]
    public SwitchParameter BestSeller { get; set; }

    private protected override async Task ProcessAsync()
    {
        switch (ParameterSetName)
        {
            case CodeSet when YearlyProductCode is not null:
                var client = Api.Catalog(Observer);
                await WriteCodesAsync(YearlyProductCode, code => client.GetProductAsync(code, Hydrate, Stop));
                break;
            case TopicSet:
                _topics.UnionWith(CatalogTopicId ?? []);
                if (Topic?.Properties[nameof(CatalogTopic.Id)].Value is { } id)
                {
                    _topics.Add(LanguagePrimitives.ConvertTo<int>(id));
                }

                break;
        }
    }

    private protected override async Task EndAsync()
    {
        var isList = !MyInvocation.ExpectingInput && ParameterSetName == CodeSet && YearlyProductCode is null;
        if (_topics.Count > 0)
        {
            await IncludeSubtopicsAsync();
        }

        if (!isList && Patterns.Count == 0 && _topics.Count == 0 && ProductCode is null)
        {
            return;
        }

        var catalog = Api.Catalog(Observer);
        var hydrate = Hydrate || _topics.Count > 0; // only hydrated products have relations to topics
        await WriteMatchesAsync(pages => catalog.GetProductsAsync(pages, hydrate, Stop), Selection());
    }

    /// <summary>Adds the subtopics of the topics. An unknown topic is a separate error.</summary>
    private async Task IncludeSubtopicsAsync()
    {
        var all = (await Api.Catalog(Observer).GetTopicsAsync(Stop)).SelectMany(root => root.SelfAndDescendants()).ToArray();
        foreach (var id in _topics.ToArray())
        {
            var found = all.Where(topic => topic.Id == id).ToArray();
            if (found.Length == 0)
            {
                _topics.Remove(id);
                Report(NotFound($"There is no catalogue topic '{id}'."), id);
            }

            _topics.UnionWith(found.SelectMany(topic => topic.SelfAndDescendants()).Select(topic => topic.Id));
        }
    }

    /// <summary>Gets the test of the specified codes and topics; null if none are specified.</summary>
    private Func<Product, bool>? Selection()
    {
        var (yearly, code) = (TextFilter.Of(Patterns), TextFilter.OfCodes(ProductCode));
        return Patterns.Count == 0 && code is null && _topics.Count == 0 ? null : product =>
            yearly!.Matches(product.YearlyProductCode) || code?.MatchesCode(product.ProductCode) == true
                || product.CatalogTopicRelations.Any(relation => relation.CatalogTopicId is { } id && _topics.Contains(id));
    }

    private protected override Func<Product, bool>?[] Filters()
    {
        var (title, city, language) = (TextFilter.Of(Title), TextFilter.Of(City), TextFilter.Of(Language));
        var (mode, level, range) = (TextFilter.Of(DeliveryMode), TextFilter.Of(Level), TextFilter.Of(Range));
        return
        [
            title is null ? null : product => title.Matches(product.Title),
            city is null ? null : product => city.MatchesAny(product.Cities),
            language is null ? null : product => language.MatchesAny(product.Languages),
            mode is null ? null : product => mode.Matches(product.DeliveryMode),
            level is null ? null : product => level.Matches(product.Level?.Label),
            range is null ? null : product => range.Matches(product.Range?.Label),
            Year is null ? null : product => product.OfferYear is { } year && Year.Contains(year),
            Cpf ? product => product.Cpf == true : null,
            BestSeller ? product => product.BestSeller == true : null,
        ];
    }
}
