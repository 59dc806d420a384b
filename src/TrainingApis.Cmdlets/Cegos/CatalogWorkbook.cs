using System.Globalization;
using TrainingApis.Cegos;
using TrainingApis.Workbooks;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Writes the catalogue, or the specified products and sessions, to a workbook.</summary>
/// <remarks>Products are written page by page as they arrive. At the same time, another thread writes their texts to the sheet of notices.
/// Sessions are kept in memory until their products are known: a product links to its sessions and shows their number, and a session shows
/// the title of its product.</remarks>
internal sealed class CatalogWorkbook : IAsyncDisposable
{
    private readonly IWorkbookWriter _writer;
    private readonly CatalogSheet[] _sheets;
    private readonly CatalogLanguage _language;
    private readonly CatalogSummary _summary;
    private readonly ISheetWriter?[] _written = new ISheetWriter?[Enum.GetValues<CatalogSheet>().Length];
    private readonly Dictionary<string, int> _sessionCounts = [];
    private readonly Dictionary<string, ProductRow> _products = [];
    private readonly List<Session> _sessions = [];
    private Dictionary<string, string> _centers = [];
    private NoticeSheet? _notices;
    private Task _noticesWritten = Task.CompletedTask;
    private CatalogColumn<Product>[] _productColumns = [];
    private CatalogColumn<Session>[] _sessionColumns = [];

    /// <param name="writer">The writer, which only this instance uses.</param>
    /// <param name="sheets">The sheets to write.</param>
    /// <param name="language">The language of the headings and the summary.</param>
    public CatalogWorkbook(IWorkbookWriter writer, CatalogSheet[] sheets, CatalogLanguage language)
    {
        (_writer, _sheets, _language, _summary) = (writer, sheets, language, new CatalogSummary(language));
    }

    /// <summary>Reads the catalogue and writes it.</summary>
    /// <param name="catalog">The client to read with.</param>
    /// <param name="hydrate">Whether the products are read with their texts.</param>
    /// <param name="connection">The name of the connection, for the summary.</param>
    /// <param name="progress">Receives a status, the number of objects read so far, and their total number if it is known.</param>
    /// <param name="stop">The token that cancels the requests.</param>
    public async Task WriteAsync(
        ICegosCatalogClient catalog, bool hydrate, string connection, Action<string, long, long?> progress, CancellationToken stop)
    {
        AddSheets(hydrate);
        var centers = Has(CatalogSheet.Centers, CatalogSheet.Sessions) ? await catalog.GetCentersAsync(stop) : [];
        _centers = centers.Where(center => center.Code is not null).DistinctBy(center => center.Code, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(center => center.Code!, center => center.Name ?? center.Code!, StringComparer.OrdinalIgnoreCase);
        if (Has(CatalogSheet.Summary, CatalogSheet.Sessions))
        {
            var parts = Has(CatalogSheet.Sessions); // the parts contain the centre
            await ReadAsync(CatalogSheet.Sessions, catalog.GetSessionsAsync(PageRequest.All, parts, stop), AddAsync, progress);
        }

        if (Has(CatalogSheet.Summary, CatalogSheet.Products, CatalogSheet.Sessions, CatalogSheet.Notices))
        {
            await ReadAsync(CatalogSheet.Products, catalog.GetProductsAsync(PageRequest.All, hydrate, stop), AddAsync, progress);
        }

        Write(CatalogSheet.Sessions, _sessionColumns, _sessions);
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

        await _noticesWritten;
        Finish(connection);
    }

    /// <summary>Writes the specified products and sessions.</summary>
    public async Task WriteAsync(IReadOnlyList<Product> products, IReadOnlyList<Session> sessions, bool hydrated, string? connection)
    {
        AddSheets(hydrated);
        await AddAsync(sessions);
        await AddAsync(products);
        Write(CatalogSheet.Sessions, _sessionColumns, _sessions);
        await _noticesWritten;
        Finish(connection);
    }

    public ValueTask DisposeAsync() => new(_noticesWritten.ContinueWith(_ => { }, TaskScheduler.Default));

    private bool Has(params CatalogSheet[] any) => Array.Exists(any, sheet => Array.IndexOf(_sheets, sheet) >= 0);

    private void AddSheets(bool hydrated)
    {
        _productColumns = ProductColumns.Of(Has(CatalogSheet.Sessions) ? LinkToSessions : null, hydrated);
        _sessionColumns = SessionColumns.Of(
            _language, session => Find(session)?.Title ?? session.ProductTitle, LinkToProduct, id => _centers.GetValueOrDefault(id, id));
        foreach (var sheet in _sheets)
        {
            if (sheet == CatalogSheet.Summary)
            {
                continue;
            }

            _written[(int)sheet] = _writer.AddSheet(sheet switch
            {
                CatalogSheet.Products => _language.Layout(sheet, _productColumns),
                CatalogSheet.Sessions => _language.Layout(sheet, _sessionColumns, SessionColumns.Marks(_language)),
                CatalogSheet.Centers => _language.Layout(sheet, ReferenceColumns.Centers),
                CatalogSheet.Topics => _language.Layout(sheet, ReferenceColumns.Topics),
                CatalogSheet.Catalogs => _language.Layout(sheet, ReferenceColumns.Catalogs),
                _ => NoticeSheet.Layout(_language),
            });
        }

        _notices = _written[(int)CatalogSheet.Notices] is { } notices ? new NoticeSheet(notices, _language) : null;
    }

    private Task AddAsync(IReadOnlyList<Session> sessions)
    {
        foreach (var session in sessions)
        {
            _summary.Add(session);
            _sessions.Add(session);
            if (session.YearlyProductCode is { } key)
            {
                _sessionCounts[key] = _sessionCounts.GetValueOrDefault(key) + 1;
            }
        }

        return Task.CompletedTask;
    }

    private async Task AddAsync(IReadOnlyList<Product> products)
    {
        if (_notices is { } notices)
        {
            await _noticesWritten; // of the previous page
            _noticesWritten = Task.Run(() => notices.Write(products));
        }

        foreach (var product in products)
        {
            _summary.Add(product);
            var sheet = Has(CatalogSheet.Products) ? WriteRow(CatalogSheet.Products, _productColumns, product) : null;
            if (_sessionCounts.ContainsKey(product.YearlyProductCode))
            {
                _products.TryAdd(product.YearlyProductCode, new ProductRow(product.Title, sheet));
            }
        }
    }

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

    private string WriteRow<T>(CatalogSheet sheet, CatalogColumn<T>[] columns, T item)
    {
        var cells = new object?[columns.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = columns[i].Read(item);
        }

        return _written[(int)sheet]!.WriteRow(cells);
    }

    private void Finish(string? connection)
    {
        if (Has(CatalogSheet.Summary))
        {
            _writer.AddSummary(_summary.Layout(DateTime.Now, connection));
        }

        _writer.Finish();
    }

    private ProductRow? Find(Session session) =>
        session.YearlyProductCode is { } key ? _products.GetValueOrDefault(key) : null;

    private object? LinkToProduct(Session session) =>
        session.YearlyProductCode is { } key && Find(session)?.Sheet is { } sheet && IsLinkable(key)
            ? new RowLink(key, SessionColumns.ProductCode, sheet, ProductColumns.Code)
            : session.YearlyProductCode;

    private object? LinkToSessions(Product product) =>
        _sessionCounts.GetValueOrDefault(product.YearlyProductCode) is var count and > 0 && IsLinkable(product.YearlyProductCode)
            ? new RowLink(count, ProductColumns.Code, _written[(int)CatalogSheet.Sessions]!.Name, SessionColumns.ProductCode)
            : 0;

    /// <summary>
    /// Gets whether a formula can search for the code, which must not contain wildcards or be longer than 255 characters.
    /// </summary>
    private static bool IsLinkable(string code) => code.Length < 256 && code.All(c => char.IsLetterOrDigit(c) || c == '-');

    private static async Task ReadAsync<T>(
        CatalogSheet sheet, IAsyncEnumerable<Page<T>> pages, Func<IReadOnlyList<T>, Task> add, Action<string, long, long?> progress)
    {
        var count = 0;
        await foreach (var page in pages)
        {
            await add(page.Items);
            count += page.Items.Count;
            progress($"{sheet}: {count} of {page.TotalItems?.ToString(CultureInfo.InvariantCulture) ?? "?"}", count, page.TotalItems);
        }
    }

    /// <summary>Represents the data of a product that a session shows: the title, and the sheet with the product.</summary>
    private sealed record ProductRow(string? Title, string? Sheet);
}
