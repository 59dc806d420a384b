using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;
using TrainingApis.Resamania;

namespace TrainingApis.Clients.Resamania;

/// <summary>Clubs, network nodes and sources of Resamania: each method is build, send, map.</summary>
internal sealed class ResamaniaClubClient(ResamaniaApi api, ResamaniaCalls calls) : IResamaniaClubClient
{

    public IAsyncEnumerable<Page<Club>> GetClubsAsync(bool network, CancellationToken cancellationToken = default) =>
        calls.GetPagesAsync<Club>("GetClubs", network ? "{clientToken}/network/clubs" : "{clientToken}/clubs", [], PageRequest.All,
            ResamaniaJson.Missing, cancellationToken);

    public Task<Club> GetClubAsync(string id, bool network, CancellationToken cancellationToken = default)
    {
        var iri = api.IriBuilder.Of("clubs", id);
        // The chain's door to a club is no place of its own: its IRI is the club's.
        var path = network ? $"/{api.ClientToken}/network/clubs/{ResamaniaIri.IdOf(iri)}" : iri;
        var template = network ? "{clientToken}/network/clubs/{id}" : "{clientToken}/clubs/{id}";
        return calls.GetOneAsync<Club>(calls.Follow("GetClub", CallKind.Read, HttpMethod.Get, path, template), ResamaniaJson.Missing,
            cancellationToken);
    }

    public async Task<IReadOnlyList<NetworkNode>> GetNetworkNodesAsync(CancellationToken cancellationToken = default)
    {
        var nodes = new NodeList();
        var request = calls.Read("GetNetworkNodes", "{clientToken}/network_nodes");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            using var answer = await calls.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (answer.Decode(nodes.Read) is not { } next)
            {
                return nodes.InOrder();
            }

            if (!seen.Add(next) || IriBuilder.PathOf(next, api.BaseUri) is not { } path)
            {
                throw answer.Unexpected("the page that is said to be next cannot be");
            }

            request = calls.Follow("GetNetworkNodes", CallKind.Read, HttpMethod.Get, path, "{clientToken}/network_nodes");
        }
    }

    public IAsyncEnumerable<Page<Source>> GetSourcesAsync(bool includeArchived, CancellationToken cancellationToken = default) =>
        calls.GetPagesAsync<Source>(
            "GetSources", api.Routes["Sources"].Path, includeArchived ? [] : [new("archived", "false")], PageRequest.All,
                ResamaniaJson.Missing, cancellationToken);

    public Task<Source> GetSourceAsync(string id, CancellationToken cancellationToken = default)
    {
        var template = api.Routes["Sources"].Path + "/{id}";
        // A number goes to the route's path; an IRI says itself where it is.
        var iri = api.IriBuilder.Of("referentials/sources", id);
        var request = id.Trim().StartsWith('/')
            ? calls.Follow("GetSource", CallKind.Read, HttpMethod.Get, iri, template)
            : calls.Follow("GetSource", CallKind.Read, HttpMethod.Get,
                "/" + template.Replace("{clientToken}", api.ClientToken).Replace("{id}", ResamaniaIri.IdOf(iri)), template);
        return calls.GetOneAsync<Source>(request, ResamaniaJson.Missing, cancellationToken);
    }

    public Task<Source> CreateSourceAsync(string name, CancellationToken cancellationToken = default) =>
        calls.GetOneAsync<Source>(
            calls.Change("CreateSource", HttpMethod.Post, api.Routes["Sources"].Path,
                JsonTree.Write(new Dictionary<string, object?> { ["name"] = name })),
            ResamaniaJson.Missing,
            cancellationToken);
}
