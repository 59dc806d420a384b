using TrainingApis.Cmdlets.Binding;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Gets contact sources: those in use, page by page, or those with the given IDs.</summary>
[Cmdlet(VerbsCommon.Get, "ResamaniaSource", SupportsPaging = true, DefaultParameterSetName = "List")]
[OutputType(typeof(Source))]
public sealed class GetResamaniaSourceCommand : ResourceCmdlet
{
    /// <summary>Gets or sets the IDs of sources, as numbers or IRIs.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SourceIdCompleter))]
    [Id(Of = [typeof(Source)])]
    [ValidateNotNullOrEmpty]
    public string[]? Id { get; set; }

    /// <summary>Gets or sets whether archived sources are also read.</summary>
    [Parameter(ParameterSetName = "List")]
    public SwitchParameter IncludeArchived { get; set; }

    private protected override Task ProcessAsync()
    {
        var clubs = Api.Clubs(Observer);
        return WriteAsync(Id, pages => clubs.GetSourcesAsync(pages, IncludeArchived, Stop), id => clubs.GetSourceAsync(id, Stop));
    }
}
