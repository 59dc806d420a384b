using TrainingApis.Cegos;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Base class of commands that read products or sessions: those with the given codes, or those of the list that pass the
/// filters.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public abstract class CatalogListCmdlet<T> : ListCmdlet<ICegosApi>
    where T : class
{
    private protected const string CodeSet = "Code";

    private static readonly FlatColumn[] Columns = FlatColumn.Of(typeof(T));

    private FlatRow? _flat;

    /// <summary>Gets or sets whether what only hydrated items have is read too: of products titles, formula, topics, related products and
    /// notice, of sessions their parts.</summary>
    [Parameter]
    public SwitchParameter Hydrate { get; set; }

    /// <summary>Gets or sets whether plain rows for files and databases come out, with a column for every value.</summary>
    [Parameter]
    public SwitchParameter Flat { get; set; }

    /// <summary>Gets or sets whether text in rows that begins like a formula stays as it is.</summary>
    [Parameter]
    public SwitchParameter NoFormulaEscape { get; set; }

    /// <summary>Gets or sets the maximum number of page requests in flight; the module adapts it where none is given.</summary>
    [Parameter]
    [ValidateRange(1, 16)]
    public int? ThrottleLimit { get; set; }

    /// <summary>Gets the codes with wildcards, which are matched in one pass at the end.</summary>
    private protected List<string> Patterns { get; } = [];

    private protected override Task BeginAsync()
    {
        FlatRow.CheckSwitches(Flat, NoFormulaEscape);
        _flat = Flat ? new FlatRow($"TrainingApis.Cegos.{typeof(T).Name}Row", Columns, !NoFormulaEscape) : null;
        return base.BeginAsync();
    }

    private protected override object ToOutput(object item) => _flat?.Create(item) ?? item;

    /// <summary>Gets the tests that an item must pass.</summary>
    private protected abstract Func<T, bool>[] Filters();

    /// <summary>Reads the items with literal codes one by one, and keeps the codes with wildcards.</summary>
    /// <param name="codes">The codes.</param>
    /// <param name="read">Reads one item.</param>
    /// <param name="prepare">What is done before the first is read.</param>
    private protected async Task WriteCodesAsync(string[] codes, Func<string, Task<T>> read, Func<Task>? prepare = null)
    {
        var literal = codes.Where(code => !TextFilter.HasWildcards(code)).ToArray();
        Patterns.AddRange(codes.Except(literal));
        if (literal.Length == 0)
        {
            return;
        }

        if (Filters().Length > 0)
        {
            throw new ApiException(
                ApiErrorKind.InvalidArgument, "Filters apply to lists. Use a code with wildcards, or give the codes without filters.");
        }

        await (prepare?.Invoke() ?? Task.CompletedTask);
        await WriteEachAsync(literal, read);
    }
}
