using TrainingApis.Cegos;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>
/// Provides the base class for commands that read products or sessions: those with the specified codes, or those of the list that pass the
/// filters.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
public abstract class CatalogListCmdlet<T> : ListCmdlet<ICegosApi>
    where T : class
{
    private protected const string CodeSet = "Code";

    private static readonly FlatColumn[] Columns = FlatColumn.Of(typeof(T));

    private FlatRow? _flat;

    /// <summary>
    /// Gets or sets whether the data of hydrated items is also read: titles, formula, topics, related products and notice of products, and
    /// parts of sessions.
    /// </summary>
    [Parameter]
    public SwitchParameter Hydrate { get; set; }

    /// <summary>Gets or sets whether the output consists of plain rows for files and databases, with a column for every value.</summary>
    [Parameter]
    public SwitchParameter Flat { get; set; }

    /// <summary>Gets or sets whether text in rows that begins like a formula is not changed.</summary>
    [Parameter]
    public SwitchParameter NoFormulaEscape { get; set; }

    /// <summary>Gets or sets the maximum number of page requests in flight; null for an automatic limit.</summary>
    [Parameter]
    [ValidateRange(1, 16)]
    public int? ThrottleLimit { get; set; }

    /// <summary>Gets the codes with wildcards, which are matched at the end in one pass over the list.</summary>
    private protected List<string> Patterns { get; } = [];

    private protected override Task BeginAsync()
    {
        FlatRow.CheckSwitches(Flat, NoFormulaEscape);
        _flat = Flat ? new FlatRow($"TrainingApis.Cegos.{typeof(T).Name}Row", Columns, !NoFormulaEscape) : null;
        return base.BeginAsync();
    }

    private protected override object ToOutput(object item) => _flat?.Create(item) ?? item;

    /// <summary>Gets the test of each filter; null for a filter that is not specified.</summary>
    private protected abstract Func<T, bool>?[] Filters();

    /// <summary>
    /// Writes the items of the list that pass the filters. Without filters, only the items of -First and -Skip are requested from the
    /// server.
    /// </summary>
    /// <param name="read">Reads the list.</param>
    /// <param name="selection">The test of the specified codes; null for all items.</param>
    private protected Task WriteMatchesAsync(Func<PageRequest, IAsyncEnumerable<Page<T>>> read, Func<T, bool>? selection)
    {
        Func<T, bool>[] filters = [.. Filters().Prepend(selection).OfType<Func<T, bool>>()];
        return WriteListAsync(filters.Length == 0
            ? read(AskedPages(ThrottleLimit))
            : PassingAsync(read(new PageRequest { ThrottleLimit = ThrottleLimit }),
                item => Array.TrueForAll(filters, passes => passes(item))));
    }

    /// <summary>Reads the items with literal codes one by one, and stores the codes with wildcards.</summary>
    /// <param name="codes">The codes.</param>
    /// <param name="read">Reads one item.</param>
    /// <param name="prepare">The action before the first item is read; null for none.</param>
    private protected async Task WriteCodesAsync(string[] codes, Func<string, Task<T>> read, Func<Task>? prepare = null)
    {
        var literal = codes.Where(code => !TextFilter.HasWildcards(code)).ToArray();
        Patterns.AddRange(codes.Except(literal));
        if (literal.Length == 0)
        {
            return;
        }

        if (Array.Exists(Filters(), filter => filter is not null))
        {
            throw new ApiException(
                ApiErrorKind.InvalidArgument, "Filters apply to lists. Use a code with wildcards, or give the codes without filters.");
        }

        await (prepare?.Invoke() ?? Task.CompletedTask);
        await WriteEachAsync(literal, read);
    }

    /// <summary>
    /// Gets the items that pass a test that Cegos cannot perform. -First and -Skip count these items, and no further page is requested when
    /// there are enough.
    /// </summary>
    private async IAsyncEnumerable<Page<T>> PassingAsync(IAsyncEnumerable<Page<T>> pages, Func<T, bool> passes)
    {
        var skip = AskedPages(1).Skip;
        var left = AskedPages(1).First ?? long.MaxValue;
        await foreach (var page in pages)
        {
            var passing = page.Items.Where(passes).ToArray();
            var items = passing.Skip((int)Math.Min(skip, int.MaxValue)).Take((int)Math.Min(left, int.MaxValue)).ToArray();
            skip = Math.Max(0, skip - passing.Length);
            left -= items.Length;
            yield return new Page<T>(items, page.Number, page.TotalPages, totalItems: null);
            if (left == 0)
            {
                yield break;
            }
        }
    }
}
