using System.Management.Automation;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Gets network nodes: all or those of a club, page by page, or those with the given IDs.</summary>
[Cmdlet(VerbsCommon.Get, "ResamaniaNetworkNode", SupportsPaging = true, DefaultParameterSetName = "List")]
[OutputType(typeof(NetworkNode))]
public sealed class GetResamaniaNetworkNodeCommand : ListCmdlet<IResamaniaApi>
{
    /// <summary>Gets or sets the IDs of network nodes, as numbers or IRIs.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NetworkNodeIdCompleter))]
    [Id(Of = [typeof(NetworkNode)])]
    [ValidateNotNullOrEmpty]
    public string[]? Id { get; set; }

    /// <summary>Gets or sets the club whose network nodes are read, as number or IRI.</summary>
    [Parameter(ParameterSetName = "List")]
    [ArgumentCompleter(typeof(ClubIdCompleter))]
    [TextField(Trim = true)]
    [ValidateNotNullOrEmpty]
    public string? ClubId { get; set; }

    /// <summary>Gets or sets the IRI of an object that is piped in, which tells its kind too.</summary>
    [Parameter(ParameterSetName = "Id", ValueFromPipelineByPropertyName = true, DontShow = true)]
    [Id]
    public string? Iri { get; set; }

    private protected override async Task ProcessAsync()
    {
        var clubs = Api.Clubs(Observer);
        if (Id is null)
        {
            await WriteListAsync(clubs.GetNetworkNodesAsync(AskedPages(1), ClubId, Stop));
            return;
        }

        await WriteEachAsync(Iri is null ? Id : [Iri], id => clubs.GetNetworkNodeAsync(id, Stop));
        Iri = null;
    }
}
