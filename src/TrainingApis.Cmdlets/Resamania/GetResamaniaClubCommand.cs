using TrainingApis.Cmdlets.Binding;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Gets clubs: all, page by page, or those with the given IDs.</summary>
[Cmdlet(VerbsCommon.Get, "ResamaniaClub", SupportsPaging = true, DefaultParameterSetName = "List")]
[OutputType(typeof(Club))]
public sealed class GetResamaniaClubCommand : ResourceCmdlet
{
    /// <summary>Gets or sets the IDs of clubs, as numbers or IRIs.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClubIdCompleter))]
    [Id(Of = [typeof(Club)])]
    [ValidateNotNullOrEmpty]
    public string[]? Id { get; set; }

    /// <summary>Gets or sets whether the clubs of the whole chain are read.</summary>
    [Parameter]
    public SwitchParameter Network { get; set; }

    private protected override Task ProcessAsync()
    {
        var clubs = Api.Clubs(Observer);
        return WriteAsync(Id, pages => clubs.GetClubsAsync(pages, Network, Stop), id => clubs.GetClubAsync(id, Network, Stop));
    }
}
