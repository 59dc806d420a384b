using System.Globalization;
using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Connections;
using TrainingApis.Cmdlets.Loading;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Exports the Cegos catalogue, or the products and sessions from the pipeline, to an Excel workbook.</summary>
[Cmdlet(VerbsData.Export, "CegosCatalog", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportCegosCatalogCommand : ConnectedCmdlet<ICegosApi>
{
    private readonly List<Product> _products = [];
    private readonly List<Session> _sessions = [];
    private bool _hasInput;
    private bool _isRefused;
    private int _refusedObjects;
    private string _path = string.Empty;

    /// <summary>Gets or sets the path of the workbook, which ends in .xlsx.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Gets or sets the products and sessions to write; null to read the catalogue.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject?[]? InputObject { get; set; }

    /// <summary>Gets or sets the sheets to write.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public CatalogSheet[]? Include { get; set; }

    /// <summary>Gets or sets whether the texts of the products are also read.</summary>
    [Parameter]
    public SwitchParameter Hydrate { get; set; }

    /// <summary>Gets or sets the language of the headings and the summary: en or fr.</summary>
    [Parameter]
    [ValidateSet("en", "fr")]
    public string? Language { get; set; }

    /// <summary>Gets or sets whether an existing file is replaced.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gets or sets whether the file is emitted.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override object Target => Path;

    private bool IsHydrated => _hasInput ? _products.Exists(product => product.Notice is not null) : Hydrate.IsPresent;

    private protected override async Task BeginAsync()
    {
        _hasInput = MyInvocation.ExpectingInput || IsGiven(nameof(InputObject));
        if (!_hasInput)
        {
            await base.BeginAsync();
        }

        try
        {
            _path = FilePath();
            AtomicFile.Check(_path, Force);
            CheckInput();
        }
        catch (ApiException error)
        {
            _isRefused = true;
            Report(error, Path);
        }
    }

    private protected override Task ProcessAsync()
    {
        foreach (var item in InputObject ?? [])
        {
            if (!_isRefused && item is not null)
            {
                Add(item);
            }
        }

        return Task.CompletedTask;
    }

    private protected override async Task EndAsync()
    {
        var sheets = Sheets();
        var nothingLeft = _refusedObjects > 0 && _products.Count + _sessions.Count == 0;
        if (_isRefused || nothingLeft || !ShouldProcess(_path, Describe(sheets)))
        {
            return;
        }

        using (var file = AtomicFile.Create(_path, Force, UnixOwner.Of(this, _path)))
        {
            await AtomicFile.GuardAsync(_path, () => WriteAsync(file.Stream, sheets));
            file.Commit();
        }

        if (PassThru)
        {
            // The same object as from Get-Item, with the properties that the default view shows.
            WriteObject(InvokeProvider.Item.Get([_path], force: true, literalPath: true)[0]);
        }
    }

    private void CheckInput()
    {
        if (_hasInput && Hydrate)
        {
            throw new ApiException(ApiErrorKind.InvalidArgument,
                "-Hydrate reads the catalogue and cannot be used with input. Use Get-CegosProduct -Hydrate in front of this command.");
        }

        if (_hasInput && Include is not null
            && Include.Intersect([CatalogSheet.Centers, CatalogSheet.Topics, CatalogSheet.Catalogs]).ToArray() is { Length: > 0 } read)
        {
            throw new ApiException(ApiErrorKind.InvalidArgument,
                $"With input, only products and sessions are written. Remove {string.Join(", ", read)} from -Include.");
        }
    }

    private void Add(PSObject item)
    {
        switch (CatalogInput.Convert(item))
        {
            case Product product:
                _products.Add(product);
                break;
            case Session session:
                _sessions.Add(session);
                break;
            default:
                _refusedObjects++;
                Report(new ApiException(ApiErrorKind.InvalidArgument,
                    $"A {Binding.ModuleTypes.NameOf(item)} cannot be exported. Pipe products or sessions."), item);
                break;
        }
    }

    /// <summary>
    /// Gets the sheets to write, in their order. With input and without -Include, only the sheets for the received objects are written.
    /// </summary>
    private CatalogSheet[] Sheets()
    {
        var nothing = _products.Count + _sessions.Count == 0;
        return Array.FindAll(Enum.GetValues<CatalogSheet>(), sheet => Include is not null ? Include.Contains(sheet) : sheet switch
        {
            CatalogSheet.Notices => IsHydrated,
            CatalogSheet.Products => !_hasInput || _products.Count > 0 || nothing,
            CatalogSheet.Sessions => !_hasInput || _sessions.Count > 0 || nothing,
            CatalogSheet.Summary => true,
            _ => !_hasInput,
        });
    }

    private string Describe(CatalogSheet[] sheets) => _hasInput
        ? $"Export {_products.Count} products and {_sessions.Count} sessions"
        : $"Export {string.Join(", ", sheets)} of the Cegos catalogue";

    private async Task WriteAsync(Stream stream, CatalogSheet[] sheets)
    {
        using var writer = IsolatedAssemblies.CreateWorkbook(stream, WriteWarning);
        var language = Language ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        await using var workbook = new CatalogWorkbook(writer, sheets, new CatalogLanguage(language == "fr"));
        if (_hasInput)
        {
            await workbook.WriteAsync(_products, _sessions, IsHydrated, ConnectionOfInput());
            return;
        }

        using var progress = new ProgressMeter(this, MyInvocation.MyCommand.Name);
        var hydrate = IsHydrated || sheets.Contains(CatalogSheet.Notices);
        await workbook.WriteAsync(Api.Catalog(Observer), hydrate, Text(Used), progress.Report, Stop);
    }

    private string? ConnectionOfInput() =>
        Connection is not null || ConnectionTable.ForCurrentRunspace.Current(ApiService.Cegos) is not null ? Text(Used) : null;

    private static string Text(Connection connection) => $"{connection.Name} ({connection.BaseUri.Host})";

    private bool IsGiven(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    private string FilePath()
    {
        var path = ResolveFile(Path, $"'{Path}' is not a path of the file system.");
        return path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
            ? path
            : throw new ApiException(ApiErrorKind.InvalidArgument, $"The name of a workbook must end with .xlsx, but it is '{Path}'.");
    }
}
