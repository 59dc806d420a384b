using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;
using TrainingApis.Resamania;

namespace TrainingApis.Clients.Resamania;

/// <summary>Clubs, network nodes and sources of Resamania: each method is build, send, map.</summary>
internal sealed class ResamaniaClubClient : IResamaniaClubClient
{
    private readonly ResamaniaApi _api;
    private readonly ResamaniaCalls _calls;

    public ResamaniaClubClient(ResamaniaApi api, ResamaniaCalls calls)
    {
        _api = api;
        _calls = calls;
    }

    public IAsyncEnumerable<Page<Club>> GetClubsAsync(bool network, CancellationToken cancellationToken = default) =>
        _calls.GetPagesAsync<Club>("GetClubs", network ? "{clientToken}/network/clubs" : "{clientToken}/clubs", [], PageRequest.All, ResamaniaJson.Missing, cancellationToken);

    public Task<Club> GetClubAsync(string id, bool network, CancellationToken cancellationToken = default)
    {
        var iri = _api.Iris.Of("clubs", id);
        // The chain's door to a club is no place of its own: its IRI is the club's.
        var path = network ? $"/{_api.ClientToken}/network/clubs/{ResamaniaIri.IdOf(iri)}" : iri;
        var template = network ? "{clientToken}/network/clubs/{id}" : "{clientToken}/clubs/{id}";
        return _calls.GetOneAsync<Club>(_calls.Follow("GetClub", CallKind.Read, HttpMethod.Get, path, template), ResamaniaJson.Missing, cancellationToken);
    }

    public async Task<IReadOnlyList<NetworkNode>> GetNetworkNodesAsync(CancellationToken cancellationToken = default)
    {
        var nodes = new NodeList();
        var request = _calls.Read("GetNetworkNodes", "{clientToken}/network_nodes");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            using var answer = await _calls.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (answer.Decode(nodes.Read) is not { } next)
                return nodes.InOrder();
            if (!seen.Add(next) || Iris.PathOf(next, _api.BaseUri) is not { } path)
                throw answer.Unexpected("the page that is said to be next cannot be");
            request = _calls.Follow("GetNetworkNodes", CallKind.Read, HttpMethod.Get, path, "{clientToken}/network_nodes");
        }
    }

    public IAsyncEnumerable<Page<Source>> GetSourcesAsync(bool includeArchived, CancellationToken cancellationToken = default) =>
        _calls.GetPagesAsync<Source>(
            "GetSources", _api.Routes["Sources"].Path, includeArchived ? [] : [new("archived", "false")], PageRequest.All, ResamaniaJson.Missing, cancellationToken);

    public Task<Source> GetSourceAsync(string id, CancellationToken cancellationToken = default)
    {
        var template = _api.Routes["Sources"].Path + "/{id}";
        // A number goes to the route's path; an IRI says itself where it is.
        var iri = _api.Iris.Of("referentials/sources", id);
        var request = id.Trim().StartsWith('/')
            ? _calls.Follow("GetSource", CallKind.Read, HttpMethod.Get, iri, template)
            : _calls.Follow("GetSource", CallKind.Read, HttpMethod.Get, "/" + template.Replace("{clientToken}", _api.ClientToken).Replace("{id}", ResamaniaIri.IdOf(iri)), template);
        return _calls.GetOneAsync<Source>(request, ResamaniaJson.Missing, cancellationToken);
    }

    public Task<Source> CreateSourceAsync(string name, CancellationToken cancellationToken = default) =>
        _calls.GetOneAsync<Source>(
            _calls.Change("CreateSource", HttpMethod.Post, _api.Routes["Sources"].Path, PlainJson.Write(new Dictionary<string, object?> { ["name"] = name })),
            ResamaniaJson.Missing,
            cancellationToken);
}
