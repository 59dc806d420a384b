using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Binding;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Gets training sessions: all, page by page, those with the given codes, or those of products.</summary>
[Cmdlet(VerbsCommon.Get, "CegosSession", SupportsPaging = true, DefaultParameterSetName = CodeSet)]
[OutputType(typeof(Session), typeof(PSObject))]
public sealed class GetCegosSessionCommand : CatalogListCmdlet<Session>
{
    private const string ProductSet = "Product";

    private readonly HashSet<string> _products = [];
    private readonly Dictionary<string, string?> _titles = [];
    private bool _hasReadTitles;

    /// <summary>Gets or sets the codes of sessions; null for all sessions.</summary>
    [Parameter(Position = 0, ParameterSetName = CodeSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SessionCodeCompleter))]
    [SupportsWildcards]
    [Id]
    [ValidateNotNullOrEmpty]
    public string[]? YearlySessionCode { get; set; }

    /// <summary>Gets or sets the codes of the products whose sessions are read, in one pass over the list.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ProductSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProductCodeCompleter))]
    [Id]
    [ValidateNotNullOrEmpty]
    public string[]? YearlyProductCode { get; set; }

    /// <summary>Gets or sets a product from the pipeline, which also provides its title.</summary>
    [Parameter(ParameterSetName = ProductSet, ValueFromPipeline = true, DontShow = true)]
    [InputType(typeof(Product))]
    public PSObject? Product { get; set; }

    /// <summary>Gets or sets whether <c>ProductTitle</c> is set. For this, the product list is read once.</summary>
    [Parameter]
    public SwitchParameter IncludeProduct { get; set; }

    /// <summary>Gets or sets the product titles to match; implies -IncludeProduct.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Title { get; set; }

    /// <summary>Gets or sets the cities to match.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? City { get; set; }

    /// <summary>Gets or sets the product codes to match, for all years.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? ProductCode { get; set; }

    /// <summary>Gets or sets the status of the sessions to read.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public SessionStatus[]? Status { get; set; }

    /// <summary>Gets or sets the earliest start.</summary>
    [Parameter]
    [TimeField]
    public DateTime? After { get; set; }

    /// <summary>Gets or sets the time before which the sessions start, exclusive.</summary>
    [Parameter]
    [TimeField]
    public DateTime? Before { get; set; }

    /// <summary>Gets or sets whether only remote sessions are read.</summary>
    [Parameter]
    public SwitchParameter Remote { get; set; }

    /// <summary>Gets or sets whether only sessions at a centre are read.</summary>
    [Parameter]
    public SwitchParameter OnSite { get; set; }

    /// <summary>Gets or sets whether only sessions that can be booked are read: open or valid, not full, not past.</summary>
    [Parameter]
    public SwitchParameter Available { get; set; }

    private bool NeedsTitles => IncludeProduct || Title is not null;

    private protected override async Task ProcessAsync()
    {
        if (ParameterSetName == ProductSet)
        {
            foreach (var code in YearlyProductCode!)
            {
                _products.Add(CegosCode.Normalize(code));
                if (Product?.Properties[nameof(TrainingApis.Cegos.Product.Title)]?.Value is { } title)
                {
                    _titles[CegosCode.Normalize(code)] = title.ToString();
                }
            }
        }
        else if (YearlySessionCode is not null)
        {
            var catalog = Api.Catalog(Observer);
            await WriteCodesAsync(
                YearlySessionCode, async code => WithTitle(await catalog.GetSessionAsync(code, Hydrate, Stop)), ReadTitlesAsync);
        }
    }

    private protected override async Task EndAsync()
    {
        var isList = !MyInvocation.ExpectingInput && ParameterSetName == CodeSet && YearlySessionCode is null;
        if (_products.Count == 0 && Patterns.Count == 0 && !isList)
        {
            return;
        }

        var catalog = Api.Catalog(Observer);
        var titles = ReadTitlesAsync();
        await WriteMatchesAsync(pages => WithTitles(catalog.GetSessionsAsync(pages, Hydrate, Stop), titles), Selection());
    }

    /// <summary>Reads the titles of all products, unless the products came from the pipeline or titles are not requested.</summary>
    private async Task ReadTitlesAsync()
    {
        if (!NeedsTitles || _hasReadTitles || (_products.Count > 0 && _products.All(_titles.ContainsKey)))
        {
            return;
        }

        _hasReadTitles = true;
        await foreach (var page in Api.Catalog(Observer).GetProductsAsync(new PageRequest { ThrottleLimit = ThrottleLimit }, false, Stop))
        {
            foreach (var product in page.Items)
            {
                _titles[CegosCode.Normalize(product.YearlyProductCode)] = product.Title;
            }
        }
    }

    private async IAsyncEnumerable<Page<Session>> WithTitles(IAsyncEnumerable<Page<Session>> pages, Task titles)
    {
        await foreach (var page in pages)
        {
            await titles;
            foreach (var session in page.Items)
            {
                WithTitle(session);
            }

            yield return page;
        }
    }

    private Session WithTitle(Session session)
    {
        if (_titles.TryGetValue(CegosCode.Normalize(session.YearlyProductCode), out var title))
        {
            session.ProductTitle = title;
        }

        return session;
    }

    /// <summary>Gets the test of the specified codes of sessions and products; null if none are specified.</summary>
    private Func<Session, bool>? Selection()
    {
        var yearly = TextFilter.Of(Patterns);
        return Patterns.Count == 0 && _products.Count == 0 ? null : session =>
            yearly!.Matches(session.YearlySessionCode) || _products.Contains(CegosCode.Normalize(session.YearlyProductCode));
    }

    private protected override Func<Session, bool>?[] Filters()
    {
        var (title, city, code) = (TextFilter.Of(Title), TextFilter.Of(City), TextFilter.OfCodes(ProductCode));
        var now = DateTime.Now;
        return
        [
            code is null ? null : session => code.MatchesCode(session.ProductCode),
            title is null ? null : session => title.Matches(session.ProductTitle),
            city is null ? null : session => city.Matches(session.City),
            Status is null ? null : session => Status.Contains(session.Status),
            After is null ? null : session => session.StartDate >= After,
            Before is null ? null : session => session.StartDate < Before,
            Remote ? session => session.IsRemote == true : null,
            OnSite ? session => session.IsRemote == false : null,
            Available ? session => session.IsAvailable(now) : null,
        ];
    }
}
