namespace TrainingApis.Resamania;

/// <summary>
/// Clubs, network nodes and sources. Ids are numbers or IRIs. Every method throws <see cref="ApiException"/> and nothing else, but for
/// <see cref="OperationCanceledException"/> when its token was cancelled and nothing was in the air.
/// Source of the facts: <c>https://github.com/stadline/resamania2-partners</c>.
/// </summary>
public interface IResamaniaClubClient
{
    /// <summary>All clubs, page by page (<c>GET clubs</c>; of the whole chain <c>GET network/clubs</c>).</summary>
    IAsyncEnumerable<Page<Club>> GetClubsAsync(bool network, CancellationToken cancellationToken = default);

    /// <summary>One club (<c>GET clubs/{id}</c>; of the chain <c>GET network/clubs/{id}</c>).</summary>
    Task<Club> GetClubAsync(string id, bool network, CancellationToken cancellationToken = default);

    /// <summary>All nodes of the chain's tree (<c>GET network_nodes</c>), each before those below it, in the one shape whatever the
    /// vendor's.</summary>
    Task<IReadOnlyList<NetworkNode>> GetNetworkNodesAsync(CancellationToken cancellationToken = default);

    /// <summary>All sources, page by page (<c>GET referentials/sources</c>, or the route <c>Sources</c>).</summary>
    IAsyncEnumerable<Page<Source>> GetSourcesAsync(bool includeArchived, CancellationToken cancellationToken = default);

    /// <summary>One source (<c>GET referentials/sources/{id}</c>).</summary>
    Task<Source> GetSourceAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Makes a source (<c>POST referentials/sources</c>).</summary>
    Task<Source> CreateSourceAsync(string name, CancellationToken cancellationToken = default);
}
