using System.Management.Automation;
using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Loading;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Writes the catalogue into a workbook for Excel.</summary>
[Cmdlet(VerbsData.Export, "CegosCatalog", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportCegosCatalogCommand : ConnectedCmdlet<ICegosApi>
{
    /// <summary>The workbook to write, a file ending in .xlsx.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>The sheets to write; all where none is named.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public CatalogSheet[] Include { get; set; } = Enum.GetValues<CatalogSheet>();

    /// <summary>Reads the texts of the products and the parts of the sessions too.</summary>
    [Parameter]
    public SwitchParameter Hydrate { get; set; }

    /// <summary>Replaces a file that exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Emits the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override object Target => Path;

    private protected override async Task ProcessAsync()
    {
        var path = FilePath();
        AtomicFile.Check(path, Force);
        var sheets = Include.Distinct().Order().ToArray();
        if (!ShouldProcess(path, $"Export {string.Join(", ", sheets)} of the Cegos catalogue"))
        {
            return;
        }

        using (var file = AtomicFile.Create(path, Force))
        {
            await AtomicFile.GuardAsync(path, () => WriteAsync(file.Stream, sheets));
            file.Commit();
        }

        if (PassThru)
        {
            WriteObject(new FileInfo(path));
        }
    }

    private async Task WriteAsync(Stream stream, CatalogSheet[] sheets)
    {
        using var progress = new ProgressMeter(this, MyInvocation.MyCommand.Name);
        using var writer = IsolatedAssemblies.CreateWorkbook(stream, WriteWarning);
        await new CatalogWorkbook(Api.Catalog(Observer), writer, progress.Report).WriteAsync(sheets, Hydrate, Stop);
    }

    private string FilePath()
    {
        var path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path, out var provider, out _);
        if (provider.Name != "FileSystem")
        {
            throw new ApiException(ApiErrorKind.InvalidArgument, $"A workbook is a file; '{Path}' is not.");
        }

        if (!path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            throw new ApiException(ApiErrorKind.InvalidArgument, $"Excel opens a workbook by the ending .xlsx; '{Path}' has another.");
        }

        return path;
    }
}
