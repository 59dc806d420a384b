using System.Management.Automation;
using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Binding;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Reads the products of the catalogue: all, page by page, or those named by code.</summary>
[Cmdlet(VerbsCommon.Get, "CegosProduct", SupportsPaging = true, DefaultParameterSetName = "List")]
[OutputType(typeof(Product))]
public sealed class GetCegosProductCommand : ListCmdlet<ICegosApi>
{
    /// <summary>The codes of the products to read, as products (202561072) or sessions (2025-61072) show them.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Code", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProductCodeCompleter))]
    [Id]
    [ValidateNotNullOrEmpty]
    public string[]? YearlyProductCode { get; set; }

    /// <summary>Reads titles, formula, topics, related products and notice too.</summary>
    [Parameter]
    public SwitchParameter Hydrate { get; set; }

    /// <summary>How many pages are asked for at once. They come out in order.</summary>
    [Parameter(ParameterSetName = "List")]
    [ValidateRange(1, 16)]
    public int ThrottleLimit { get; set; } = 4;

    private protected override Task ProcessAsync()
    {
        var catalog = Api.Catalog(Observer);
        return YearlyProductCode is null
            ? WriteListAsync(catalog.GetProductsAsync(AskedPages(ThrottleLimit), Hydrate, Stop))
            : WriteEachAsync(YearlyProductCode, code => catalog.GetProductAsync(code, Hydrate, Stop));
    }
}
