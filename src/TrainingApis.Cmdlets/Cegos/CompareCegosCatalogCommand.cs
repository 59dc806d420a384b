using TrainingApis.Cegos;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Compares the Cegos catalogue with the snapshot of an earlier run.</summary>
[Cmdlet(VerbsData.Compare, "CegosCatalog", SupportsShouldProcess = true)]
[OutputType(typeof(CatalogChange))]
public sealed class CompareCegosCatalogCommand : ConnectedCmdlet<ICegosApi>
{
    private readonly HashSet<(CatalogItemType Type, string Code)> _seen = [];
    private readonly Dictionary<string, string?> _titles = [];

    /// <summary>Gets or sets the path of the snapshot.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Gets or sets whether the texts of products and the parts of sessions are compared too.</summary>
    [Parameter]
    public SwitchParameter Hydrate { get; set; }

    /// <summary>Gets or sets whether the snapshot is replaced with the current data.</summary>
    [Parameter]
    public SwitchParameter Update { get; set; }

    private protected override object Target => Path;

    private protected override async Task EndAsync()
    {
        var path = ResolveFile(Path, $"'{Path}' is not a path of the file system.");
        if (Update)
        {
            AtomicFile.Check(path, replace: true);
        }

        using var old = File.Exists(path) ? Open(path) : null;
        if (old is null && !Update)
        {
            throw new ApiException(ApiErrorKind.NotFound, $"There is no snapshot '{path}'. Add -Update to create it.");
        }

        // The first snapshot does not change the output, so the confirmation is requested before the work.
        if (old is null && !ShouldProcess(path, "Create the snapshot of the catalogue"))
        {
            return;
        }

        using var lines = new SnapshotLines();
        using var draft = Update && !IsWhatIf ? SnapshotDraft.Create(path, UnixOwner.Of(this, path)) : null;
        draft?.Write(lines.WriteHeader(Hydrate));
        await CompareAsync(old, lines, draft);
        if (Update && (old is null || ShouldProcess(path, "Replace the snapshot of the catalogue")))
        {
            old?.Dispose();
            draft?.Commit(lines);
        }
    }

    private async Task CompareAsync(CatalogSnapshot? old, SnapshotLines lines, SnapshotDraft? draft)
    {
        using var progress = new ProgressMeter(this, MyInvocation.MyCommand.Name);
        var catalog = Api.Catalog(Observer);
        await CompareAsync(CatalogItemType.Product, catalog.GetProductsAsync(PageRequest.All, Hydrate, Stop),
            product => product.YearlyProductCode, product => _titles[product.YearlyProductCode] = product.Title);
        await CompareAsync(CatalogItemType.Session, catalog.GetSessionsAsync(PageRequest.All, Hydrate, Stop),
            session => session.YearlySessionCode, session => TitleOf(session.YearlyProductCode));

        async Task CompareAsync<T>(
            CatalogItemType type, IAsyncEnumerable<Page<T>> pages, Func<T, string> codeOf, Func<T, string?> titleOf)
            where T : class
        {
            await foreach (var page in pages)
            {
                progress.Report($"{type}s: page {page.Number}", page.Number, page.TotalPages);
                foreach (var item in page.Items)
                {
                    var (code, title) = (codeOf(item), titleOf(item));
                    if (_seen.Add((type, code))) // an item occurs twice if the list changes while it is read
                    {
                        var line = lines.WriteItem(type, code, item);
                        draft?.Write(type, line);
                        WriteChanges(type, code, title, old is null ? [] : old.Compare(type, code, line, item));
                    }
                }
            }

            WriteRemoved(type, old);
        }
    }

    private void WriteChanges(CatalogItemType type, string code, string? title, List<(string Property, object? Old, object? New)>? changes)
    {
        if (changes is null)
        {
            WriteObject(new CatalogChange { Kind = CatalogChangeKind.Added, ItemType = type, Code = code, ProductTitle = title });
        }

        foreach (var (property, before, now) in changes ?? [])
        {
            WriteObject(new CatalogChange
            {
                Kind = CatalogChangeKind.Changed,
                ItemType = type,
                Code = code,
                ProductTitle = title,
                Property = property,
                OldValue = before,
                NewValue = now,
            });
        }
    }

    private void WriteRemoved(CatalogItemType type, CatalogSnapshot? old)
    {
        foreach (var (code, values) in old?.Remaining(type) ?? [])
        {
            var title = type == CatalogItemType.Product
                ? _titles[code] = values.GetValueOrDefault(nameof(Product.Title)) as string
                : TitleOf(values.GetValueOrDefault(nameof(Session.YearlyProductCode)) as string);
            WriteObject(new CatalogChange { Kind = CatalogChangeKind.Removed, ItemType = type, Code = code, ProductTitle = title });
        }
    }

    private string? TitleOf(string? product) => product is null ? null : _titles.GetValueOrDefault(product);

    private CatalogSnapshot Open(string path)
    {
        var snapshot = CatalogSnapshot.Open(path);
        if (snapshot.IsHydrated != Hydrate)
        {
            snapshot.Dispose();
            throw new ApiException(ApiErrorKind.InvalidArgument, snapshot.IsHydrated
                ? $"The snapshot '{path}' was made with -Hydrate. Add -Hydrate, or use another path."
                : $"The snapshot '{path}' was made without -Hydrate. Leave it out, or use another path.");
        }

        return snapshot;
    }
}
