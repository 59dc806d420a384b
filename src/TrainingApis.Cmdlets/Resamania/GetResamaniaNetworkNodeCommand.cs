using TrainingApis.Cmdlets.Binding;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Gets network nodes: all or those of a club, page by page, or those with the given IDs.</summary>
[Cmdlet(VerbsCommon.Get, "ResamaniaNetworkNode", SupportsPaging = true, DefaultParameterSetName = "List")]
[OutputType(typeof(NetworkNode))]
public sealed class GetResamaniaNetworkNodeCommand : ResourceCmdlet
{
    /// <summary>Gets or sets the IDs of network nodes, as numbers or IRIs.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NetworkNodeIdCompleter))]
    [Id(Of = [typeof(NetworkNode)])]
    [ValidateNotNullOrEmpty]
    public string[]? Id { get; set; }

    /// <summary>Gets or sets the club whose network nodes are read, as a number or an IRI.</summary>
    [Parameter(ParameterSetName = "List")]
    [ArgumentCompleter(typeof(ClubIdCompleter))]
    [TextField(Trim = true)]
    [ValidateNotNullOrEmpty]
    public string? ClubId { get; set; }

    private protected override Task ProcessAsync()
    {
        var clubs = Api.Clubs(Observer);
        return WriteAsync(Id, pages => clubs.GetNetworkNodesAsync(pages, ClubId, Stop), id => clubs.GetNetworkNodeAsync(id, Stop));
    }
}
