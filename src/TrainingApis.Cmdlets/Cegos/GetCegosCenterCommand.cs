using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Binding;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Gets the training centres: all, or those with the given codes.</summary>
[Cmdlet(VerbsCommon.Get, "CegosCenter", DefaultParameterSetName = "List")]
[OutputType(typeof(Center))]
public sealed class GetCegosCenterCommand : LookupCmdlet<ICegosApi, Center>
{
    /// <summary>Gets or sets the codes of the centres to read.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Code", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CenterId")]
    [ArgumentCompleter(typeof(CenterCodeCompleter))]
    [SupportsWildcards]
    [Id(Of = [typeof(Center), typeof(SessionPart)])]
    [ValidateNotNullOrEmpty]
    public string[]? Code { get; set; }

    private protected override Task<IReadOnlyList<Center>> ReadAllAsync() => Api.Catalog(Observer).GetCentersAsync(Stop);

    private protected override Task ProcessAsync() =>
        WriteNamedAsync("training centre", Code, (center, code) => TextFilter.Of([code])!.Matches(center.Code));
}
