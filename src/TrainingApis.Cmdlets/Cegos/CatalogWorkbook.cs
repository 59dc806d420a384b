using System.Globalization;
using TrainingApis.Cegos;
using TrainingApis.Workbooks;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Writes the catalogue, or the products and sessions that were given, as a workbook.</summary>
/// <remarks>
/// Each product is written as soon as its page has come, its texts on another sheet at the same time. Sessions are kept in memory
/// until their products are known: a product links to its sessions and shows their number, a session shows its product's title.
/// </remarks>
internal sealed class CatalogWorkbook
{
    private readonly IWorkbookWriter _writer;
    private readonly IReadOnlyCollection<CatalogSheet> _sheets;
    private readonly CatalogLanguage _language;
    private readonly CatalogSummary _summary;
    private readonly Dictionary<CatalogSheet, ISheetWriter> _written = [];
    private readonly Dictionary<string, int> _sessionCounts = [];
    private readonly Dictionary<string, (string? Title, string? Sheet)> _products = [];
    private readonly List<Session> _sessions = [];
    private Dictionary<string, string> _centers = [];
    private CatalogColumn<Product>[] _productColumns = [];
    private CatalogColumn<Session>[] _sessionColumns = [];

    /// <param name="writer">The writer, of which this is the only user.</param>
    /// <param name="sheets">The sheets to write.</param>
    /// <param name="language">The language of headings and summary.</param>
    public CatalogWorkbook(IWorkbookWriter writer, IReadOnlyCollection<CatalogSheet> sheets, CatalogLanguage language)
    {
        (_writer, _sheets, _language, _summary) = (writer, sheets, language, new CatalogSummary(language));
    }

    /// <summary>Reads the catalogue and writes it.</summary>
    /// <param name="catalog">The client to read with.</param>
    /// <param name="hydrate">True for products with their texts.</param>
    /// <param name="connection">The name of the connection, for the summary.</param>
    /// <param name="progress">Receives a status, how many objects have been read, and of how many.</param>
    /// <param name="stop">Cancels the requests.</param>
    public async Task WriteAsync(
        ICegosCatalogClient catalog, bool hydrate, string connection, Action<string, long, long?> progress, CancellationToken stop)
    {
        AddSheets(hydrate);
        var centers = Has(CatalogSheet.Centers, CatalogSheet.Sessions) ? await catalog.GetCentersAsync(stop) : [];
        _centers = centers.Where(center => center.Code is not null).DistinctBy(center => center.Code)
            .ToDictionary(center => center.Code!, center => center.Name ?? center.Code!, StringComparer.OrdinalIgnoreCase);
        if (Has(CatalogSheet.Summary, CatalogSheet.Sessions))
        {
            var parts = Has(CatalogSheet.Sessions); // they name the centre
            await ReadAsync(CatalogSheet.Sessions, catalog.GetSessionsAsync(PageRequest.All, parts, stop), Add, progress);
        }

        if (Has(CatalogSheet.Summary, CatalogSheet.Products, CatalogSheet.Sessions, CatalogSheet.Notices))
        {
            await ReadAsync(CatalogSheet.Products, catalog.GetProductsAsync(PageRequest.All, hydrate, stop), Add, progress);
        }

        WriteSessions();
        Write(CatalogSheet.Centers, ReferenceColumns.Centers, centers);
        if (Has(CatalogSheet.Topics))
        {
            Write(CatalogSheet.Topics, ReferenceColumns.Topics,
                (await catalog.GetTopicsAsync(stop)).SelectMany(root => root.SelfAndDescendants()));
        }

        if (Has(CatalogSheet.Catalogs))
        {
            Write(CatalogSheet.Catalogs, ReferenceColumns.Catalogs, await catalog.GetCatalogsAsync(stop));
        }

        Finish(connection);
    }

    /// <summary>Writes these products and sessions.</summary>
    public void Write(IEnumerable<Product> products, IEnumerable<Session> sessions, bool hydrated, string? connection)
    {
        AddSheets(hydrated);
        foreach (var session in sessions)
        {
            Add(session);
        }

        foreach (var product in products)
        {
            Add(product);
        }

        WriteSessions();
        Finish(connection);
    }

    private bool Has(params CatalogSheet[] any) => any.Any(_sheets.Contains);

    private void AddSheets(bool hydrated)
    {
        _productColumns = ProductColumns.Of(Has(CatalogSheet.Sessions) ? LinkToSessions : null, hydrated);
        _sessionColumns = SessionColumns.Of(
            _language, session => Find(session).Title ?? session.ProductTitle, LinkToProduct, id => _centers.GetValueOrDefault(id, id));
        foreach (var sheet in _sheets.Where(sheet => sheet != CatalogSheet.Summary))
        {
            _written.Add(sheet, _writer.AddSheet(sheet switch
            {
                CatalogSheet.Products => _language.Layout(sheet, _productColumns),
                CatalogSheet.Sessions => _language.Layout(sheet, _sessionColumns, SessionColumns.Marks(_language)),
                CatalogSheet.Centers => _language.Layout(sheet, ReferenceColumns.Centers),
                CatalogSheet.Topics => _language.Layout(sheet, ReferenceColumns.Topics),
                CatalogSheet.Catalogs => _language.Layout(sheet, ReferenceColumns.Catalogs),
                _ => _language.Layout(sheet, NoticeColumns.All),
            }));
        }
    }

    private void Add(Session session)
    {
        _summary.Add(session);
        _sessions.Add(session);
        if (SessionColumns.ProductKey(session) is { } key)
        {
            _sessionCounts[key] = _sessionCounts.GetValueOrDefault(key) + 1;
        }
    }

    private void Add(Product product)
    {
        _summary.Add(product);
        string? sheet = null;
        if (Has(CatalogSheet.Products))
        {
            sheet = WriteRow(CatalogSheet.Products, _productColumns, product);
        }

        if (_sessionCounts.ContainsKey(product.YearlyProductCode))
        {
            _products.TryAdd(product.YearlyProductCode, (product.Title, sheet));
        }

        if (Has(CatalogSheet.Notices))
        {
            foreach (var text in NoticeColumns.Of(product, _language))
            {
                WriteRow(CatalogSheet.Notices, NoticeColumns.All, text);
            }
        }
    }

    private void WriteSessions() => Write(CatalogSheet.Sessions, _sessionColumns, _sessions);

    private void Write<T>(CatalogSheet sheet, CatalogColumn<T>[] columns, IEnumerable<T> items)
    {
        if (!Has(sheet))
        {
            return;
        }

        foreach (var item in items)
        {
            WriteRow(sheet, columns, item);
        }
    }

    private string WriteRow<T>(CatalogSheet sheet, CatalogColumn<T>[] columns, T item) =>
        _written[sheet].WriteRow(Array.ConvertAll(columns, column => column.Read(item)));

    private void Finish(string? connection)
    {
        if (Has(CatalogSheet.Summary))
        {
            _writer.AddSummary(_summary.Layout(DateTime.Now, connection));
        }

        _writer.Finish();
    }

    private (string? Title, string? Sheet) Find(Session session) =>
        SessionColumns.ProductKey(session) is { } key ? _products.GetValueOrDefault(key) : default;

    private object? LinkToProduct(Session session) =>
        SessionColumns.ProductKey(session) is { } key && Find(session).Sheet is { } sheet && IsLinkable(key)
            ? new RowLink(key, SessionColumns.ProductCode, sheet, ProductColumns.Code)
            : SessionColumns.ProductKey(session);

    private object? LinkToSessions(Product product) =>
        _sessionCounts.GetValueOrDefault(product.YearlyProductCode) is var count and > 0 && IsLinkable(product.YearlyProductCode)
            ? new RowLink(count, ProductColumns.Code, _written[CatalogSheet.Sessions].Name, SessionColumns.ProductCode)
            : 0;

    /// <summary>Gets whether a formula can look the code up: not with wildcards, and not if it is longer than 255 characters.</summary>
    private static bool IsLinkable(string code) => code.Length < 256 && code.All(c => char.IsLetterOrDigit(c) || c == '-');

    private static async Task ReadAsync<T>(
        CatalogSheet sheet, IAsyncEnumerable<Page<T>> pages, Action<T> add, Action<string, long, long?> progress)
    {
        var count = 0;
        await foreach (var page in pages)
        {
            foreach (var item in page.Items)
            {
                add(item);
            }

            count += page.Items.Count;
            progress($"{sheet}: {count} of {page.TotalItems?.ToString(CultureInfo.InvariantCulture) ?? "?"}", count, page.TotalItems);
        }
    }
}
