using System.Runtime.CompilerServices;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;
using TrainingApis.Resamania;

namespace TrainingApis.Clients.Resamania;

/// <summary>Reads clubs and network nodes of Resamania, reads and creates sources.</summary>
internal sealed class ResamaniaClubClient(ResamaniaApi api, IApiObserver? observer) : ResamaniaClient(api, observer), IResamaniaClubClient
{
    private static readonly Identity<Club> Clubs = new("@id", club => club.Iri);
    private static readonly Identity<JsonObject> Nodes = new("@id", node => node.Text("@id"));
    private static readonly Identity<Source> Sources = new("@id", source => source.Iri);

    public IAsyncEnumerable<Page<Club>> GetClubsAsync(PageRequest request, bool network, CancellationToken cancellationToken = default) =>
        GetPagesAsync(network ? ResamaniaOperations.GetNetworkClubs : ResamaniaOperations.GetClubs, [], request, Clubs, cancellationToken);

    public Task<Club> GetClubAsync(string id, bool network, CancellationToken cancellationToken = default) =>
        SendAsync(network ? ResamaniaOperations.GetNetworkClub : ResamaniaOperations.GetClub, Members(Resource("clubs", id)),
            response => One(response, Clubs), cancellationToken);

    public async IAsyncEnumerable<Page<NetworkNode>> GetNetworkNodesAsync(PageRequest request, string? clubId = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var query = Members(InQuery("clubId", clubId is null ? null : new ResourceId("clubs", clubId)));
        var (tree, skip, left) = (new NodeTree(), request.Skip, request.First ?? long.MaxValue);
        // The next page of the last page that was read. Each page is read after the previous one was consumed.
        IReadOnlyList<NetworkNode> nodes = [];
        await foreach (var page in GetPagesAsync(
            ResamaniaOperations.GetNetworkNodes, query, PageRequest.All, ReadNodes, Nodes.Get, cancellationToken).ConfigureAwait(false))
        {
            // The number of nodes of a page is known only after it is read, so skipped nodes are counted here.
            var wanted = nodes.Skip((int)Math.Min(skip, nodes.Count)).Take((int)Math.Min(left, nodes.Count)).ToArray();
            skip = Math.Max(0, skip - nodes.Count);
            left -= wanted.Length;
            yield return new Page<NetworkNode>(wanted, page.Number, page.TotalPages, tree.IsNested ? null : page.TotalItems);
            if (left <= 0)
            {
                yield break;
            }
        }

        Envelope<JsonObject> ReadNodes(ApiResponse response) => response.Decode(json =>
        {
            var page = Read(json, Nodes);
            nodes = tree.Read(page.Items);
            return page;
        });
    }

    public Task<NetworkNode> GetNetworkNodeAsync(string id, CancellationToken cancellationToken = default) =>
        SendAsync(ResamaniaOperations.GetNetworkNode, Members(Resource("network_nodes", id)),
            response => response.Decode(json =>
            {
                var node = Envelope<JsonObject>.ReadOne(json, Api.Model, Nodes);
                return new NodeTree().Read([node]).First(one => one.Iri == node.Text("@id"));
            }), cancellationToken);

    public IAsyncEnumerable<Page<Source>> GetSourcesAsync(PageRequest request, bool includeArchived,
        CancellationToken cancellationToken = default) =>
        GetPagesAsync(ResamaniaOperations.GetSources, Members(InQuery("archived", includeArchived ? null : false)), request, Sources,
            cancellationToken);

    public Task<Source> GetSourceAsync(string id, CancellationToken cancellationToken = default) =>
        SendAsync(ResamaniaOperations.GetSource, Members(Resource("referentials/sources", id)), response => One(response, Sources),
            cancellationToken);

    public Task<Source> CreateSourceAsync(NewSource source, CancellationToken cancellationToken = default) =>
        SendAsync(ResamaniaOperations.CreateSource, source, response => One(response, Sources), cancellationToken);
}
