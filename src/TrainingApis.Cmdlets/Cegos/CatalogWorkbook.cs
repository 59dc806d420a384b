using TrainingApis.Cegos;
using TrainingApis.Workbooks;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>
/// The catalogue as a workbook, sheet after sheet, each row written as soon as its page has come. Of the products it remembers the
/// rows only, to which the sessions link.
/// </summary>
internal sealed class CatalogWorkbook(ICegosCatalogClient catalog, IWorkbookWriter writer, Action<string, long, long?> progress)
{
    /// <summary>In points: four lines of a notice, so that one product does not fill the screen.</summary>
    private const double HydratedHeight = 60;

    private readonly Dictionary<string, int> _productRows = [];

    public async Task WriteAsync(IReadOnlyCollection<CatalogSheet> sheets, bool hydrate, CancellationToken stop)
    {
        if (sheets.Contains(CatalogSheet.Products))
        {
            await WriteProductsAsync(hydrate, stop);
        }

        if (sheets.Contains(CatalogSheet.Sessions))
        {
            await WriteAsync(CatalogSheet.Sessions, SessionFields.Of(hydrate, LinkToProduct),
                catalog.GetSessionsAsync(PageRequest.All, hydrate, stop));
        }

        if (sheets.Contains(CatalogSheet.Centers))
        {
            Write(CatalogSheet.Centers, ReferenceFields.Centers, await catalog.GetCentersAsync(stop));
        }

        if (sheets.Contains(CatalogSheet.Topics))
        {
            Write(CatalogSheet.Topics, ReferenceFields.Topics,
                (await catalog.GetTopicsAsync(stop)).SelectMany(root => root.SelfAndDescendants()));
        }

        if (sheets.Contains(CatalogSheet.Catalogs))
        {
            Write(CatalogSheet.Catalogs, ReferenceFields.Catalogs, await catalog.GetCatalogsAsync(stop));
        }

        writer.Finish();
    }

    private Task WriteProductsAsync(bool hydrate, CancellationToken stop) => WriteAsync(
        CatalogSheet.Products,
        ProductFields.Of(hydrate),
        catalog.GetProductsAsync(PageRequest.All, hydrate, stop),
        (product, row) => _productRows.TryAdd(CegosCode.Normalize(product.YearlyProductCode), row),
        hydrate ? HydratedHeight : null);

    private async Task WriteAsync<T>(CatalogSheet sheet, SheetField<T>[] fields, IAsyncEnumerable<Page<T>> pages, Action<T,
        int>? written = null, double? height = null)
    {
        Start(sheet, fields, height);
        var rows = 0;
        await foreach (var page in pages)
        {
            foreach (var item in page.Items)
            {
                var row = WriteRow(fields, item);
                written?.Invoke(item, row);
            }

            rows += page.Items.Count;
            progress($"{sheet}: {rows} of {page.TotalItems?.ToString() ?? "?"}", rows, page.TotalItems);
        }
    }

    private void Write<T>(CatalogSheet sheet, SheetField<T>[] fields, IEnumerable<T> items)
    {
        Start(sheet, fields, null);
        var rows = 0;
        foreach (var item in items)
        {
            WriteRow(fields, item);
            rows++;
        }

        progress($"{sheet}: {rows} of {rows}", rows, rows);
    }

    private void Start<T>(CatalogSheet sheet, SheetField<T>[] fields, double? height) =>
        writer.StartSheet(sheet.ToString(), Array.ConvertAll(fields, field => field.Column), height);

    private int WriteRow<T>(SheetField<T>[] fields, T item) => writer.WriteRow(Array.ConvertAll(fields, field => field.Read(item)));

    /// <summary>Sessions write the code in another form than products; the digits are the same.</summary>
    private object? LinkToProduct(string? code) =>
        code is not null && _productRows.TryGetValue(CegosCode.Normalize(code), out var row)
            ? new RowLink(code, nameof(CatalogSheet.Products), row) : code;
}
