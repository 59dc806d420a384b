using System.Management.Automation;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Gets clubs: all, page by page, or those with the given IDs.</summary>
[Cmdlet(VerbsCommon.Get, "ResamaniaClub", SupportsPaging = true, DefaultParameterSetName = "List")]
[OutputType(typeof(Club))]
public sealed class GetResamaniaClubCommand : ListCmdlet<IResamaniaApi>
{
    /// <summary>Gets or sets the IDs of clubs, as numbers or IRIs.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClubIdCompleter))]
    [Id(Of = [typeof(Club)])]
    [ValidateNotNullOrEmpty]
    public string[]? Id { get; set; }

    /// <summary>Gets or sets whether clubs of the whole chain are read.</summary>
    [Parameter]
    public SwitchParameter Network { get; set; }

    /// <summary>Gets or sets the IRI of an object that is piped in, which tells its kind too.</summary>
    [Parameter(ParameterSetName = "Id", ValueFromPipelineByPropertyName = true, DontShow = true)]
    [Id]
    public string? Iri { get; set; }

    private protected override async Task ProcessAsync()
    {
        var clubs = Api.Clubs(Observer);
        if (Id is null)
        {
            await WriteListAsync(clubs.GetClubsAsync(AskedPages(1), Network, Stop));
            return;
        }

        await WriteEachAsync(Iri is null ? Id : [Iri], id => clubs.GetClubAsync(id, Network, Stop));
        Iri = null;
    }
}
