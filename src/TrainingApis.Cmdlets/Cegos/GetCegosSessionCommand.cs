using System.Management.Automation;
using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Binding;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Reads training sessions: all, page by page, those named by code, or those of some products.</summary>
[Cmdlet(VerbsCommon.Get, "CegosSession", SupportsPaging = true, DefaultParameterSetName = "Code")]
[OutputType(typeof(Session))]
public sealed class GetCegosSessionCommand : ListCmdlet<ICegosApi>
{
    private readonly HashSet<string> _products = [];

    /// <summary>The codes of the sessions to read; all sessions where none is given.</summary>
    [Parameter(Position = 0, ParameterSetName = "Code", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SessionCodeCompleter))]
    [Id]
    [ValidateNotNullOrEmpty]
    public string[]? YearlySessionCode { get; set; }

    /// <summary>The codes of the products whose sessions to read: one pass over the list, whatever their number.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Product", ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProductCodeCompleter))]
    [Id]
    [ValidateNotNullOrEmpty]
    public string[]? YearlyProductCode { get; set; }

    /// <summary>Reads the parts of each session too.</summary>
    [Parameter]
    public SwitchParameter Hydrate { get; set; }

    /// <summary>How many pages are asked for at once. They come out in order.</summary>
    [Parameter]
    [ValidateRange(1, 16)]
    public int ThrottleLimit { get; set; } = 4;

    private protected override Task ProcessAsync()
    {
        if (ParameterSetName == "Product")
        {
            foreach (var code in YearlyProductCode!)
            {
                _products.Add(CegosCode.Normalize(code));
            }

            return Task.CompletedTask;
        }

        var catalog = Api.Catalog(Observer);
        return YearlySessionCode is null
            ? WriteListAsync(catalog.GetSessionsAsync(AskedPages(ThrottleLimit), Hydrate, Stop))
            : WriteEachAsync(YearlySessionCode, code => catalog.GetSessionAsync(code, Hydrate, Stop));
    }

    /// <summary>The sessions of all products that came in, in the list's order.</summary>
    private protected override Task EndAsync() => _products.Count == 0
        ? Task.CompletedTask
        : WriteListAsync(PassingAsync(
            Api.Catalog(Observer).GetSessionsAsync(new PageRequest { ThrottleLimit = ThrottleLimit }, Hydrate, Stop),
            session => _products.Contains(CegosCode.Normalize(session.YearlyProductCode))));
}
