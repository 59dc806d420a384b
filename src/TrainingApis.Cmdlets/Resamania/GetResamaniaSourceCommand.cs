using System.Management.Automation;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Gets contact sources: those in use, page by page, or those with the given IDs.</summary>
[Cmdlet(VerbsCommon.Get, "ResamaniaSource", SupportsPaging = true, DefaultParameterSetName = "List")]
[OutputType(typeof(Source))]
public sealed class GetResamaniaSourceCommand : ListCmdlet<IResamaniaApi>
{
    /// <summary>Gets or sets the IDs of sources, as numbers or IRIs.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SourceIdCompleter))]
    [Id(Of = [typeof(Source)])]
    [ValidateNotNullOrEmpty]
    public string[]? Id { get; set; }

    /// <summary>Gets or sets whether archived sources are read too.</summary>
    [Parameter(ParameterSetName = "List")]
    public SwitchParameter IncludeArchived { get; set; }

    /// <summary>Gets or sets the IRI of an object that is piped in, which tells its kind too.</summary>
    [Parameter(ParameterSetName = "Id", ValueFromPipelineByPropertyName = true, DontShow = true)]
    [Id]
    public string? Iri { get; set; }

    private protected override async Task ProcessAsync()
    {
        var clubs = Api.Clubs(Observer);
        if (Id is null)
        {
            await WriteListAsync(clubs.GetSourcesAsync(AskedPages(1), IncludeArchived, Stop));
            return;
        }

        await WriteEachAsync(Iri is null ? Id : [Iri], id => clubs.GetSourceAsync(id, Stop));
        Iri = null;
    }
}
