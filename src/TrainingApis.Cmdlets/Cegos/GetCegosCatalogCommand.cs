using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Binding;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Gets the Cegos catalogues: all, or those with the given IDs.</summary>
[Cmdlet(VerbsCommon.Get, "CegosCatalog", DefaultParameterSetName = "List")]
[OutputType(typeof(Catalog))]
public sealed class GetCegosCatalogCommand : LookupCmdlet<ICegosApi, Catalog>
{
    /// <summary>Gets or sets the IDs of the catalogues to read.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(CatalogIdCompleter))]
    [Id(WholeNumber = true, Of = [typeof(Catalog)])]
    [ValidateNotNullOrEmpty]
    public int[]? Id { get; set; }

    private protected override Task<IReadOnlyList<Catalog>> ReadAllAsync() => Api.Catalog(Observer).GetCatalogsAsync(Stop);

    private protected override Task ProcessAsync() => WriteNamedAsync("catalogue", Id, (catalog, id) => catalog.Id == id);
}
