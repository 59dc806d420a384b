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

    public async Task<IReadOnlyList<NetworkNode>> GetNetworkNodesAsync(CancellationToken cancellationToken = default)
    {
        var nodes = new NodeList();
        await foreach (var _ in GetPagesAsync(ResamaniaOperations.GetNetworkNodes, [], PageRequest.All,
            ReadNodes, Nodes.Get, cancellationToken).ConfigureAwait(false))
        {
            // A page adds its nodes when it is read.
        }

        return nodes.InOrder();

        Envelope<JsonObject> ReadNodes(ApiResponse response) => response.Decode(json =>
        {
            var page = Read(json, Nodes);
            nodes.Add(page.Items);
            return page;
        });
    }

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
