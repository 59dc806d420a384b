using TrainingApis.Cegos;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Cegos;

/// <summary>The Cegos catalogue: each method is build, send, map.</summary>
internal sealed class CegosCatalogClient(CegosApi api, IApiObserver? observer) : ICegosCatalogClient
{
    private const int PageSize = 100; // fixed by Cegos


    public async Task<IReadOnlyList<Catalog>> GetCatalogsAsync(CancellationToken cancellationToken = default) =>
        (await GetAsync<Catalog>(Request("GetCatalogs", "v1/Catalogs"), Missing, cancellationToken).ConfigureAwait(false)).Items;

    public async Task<IReadOnlyList<CatalogTopic>> GetTopicsAsync(CancellationToken cancellationToken = default)
    {
        var route = api.Routes["Topics"];
        var request = Request("GetTopics", route.Path, method: route.Method);
        return TopicTree.Build((await GetAsync<TopicYear>(request, TopicTree.Missing, cancellationToken).ConfigureAwait(false)).Items);
    }

    public IAsyncEnumerable<Page<Product>> GetProductsAsync(PageRequest request, bool hydrate = false,
        CancellationToken cancellationToken = default) =>
        GetPagesAsync<Product>("GetProducts", "v1/Products", Missing, product =>
            product.YearlyProductCode, request, hydrate, cancellationToken);

    public async Task<Product> GetProductAsync(string yearlyProductCode, bool hydrate = false,
        CancellationToken cancellationToken = default) =>
        await GetOneAsync<Product>(
            Request("GetProduct", "v1/Products/{yearlyProductCode}",
                ("yearlyProductCode", CegosCode.ToProductForm(yearlyProductCode ?? string.Empty)), Query(hydrate)),
            Missing,
            cancellationToken).ConfigureAwait(false);

    public IAsyncEnumerable<Page<Session>> GetSessionsAsync(PageRequest request, bool hydrate = false,
        CancellationToken cancellationToken = default) =>
        GetPagesAsync<Session>("GetSessions", "v1/Sessions", Missing, session =>
            session.YearlySessionCode, request, hydrate, cancellationToken);

    public async Task<Session> GetSessionAsync(string yearlySessionCode, bool hydrate = false,
        CancellationToken cancellationToken = default) =>
        await GetOneAsync<Session>(
            Request("GetSession", "v1/Sessions/{yearlySessionCode}", ("yearlySessionCode", yearlySessionCode), Query(hydrate)),
            Missing,
            cancellationToken).ConfigureAwait(false);

    // A centre's code may be missing, say the documents, and then it is a centre all the same.
    public async Task<IReadOnlyList<Center>> GetCentersAsync(CancellationToken cancellationToken = default) =>
        (await GetAsync<Center>(Request("GetCenters", "v1/Referentials/centers"), _ =>
            null, cancellationToken).ConfigureAwait(false)).Items;

    private static string? Missing(Catalog catalog) => catalog.Id == 0 ? "id" : null;

    private static string? Missing(Product product) => string.IsNullOrWhiteSpace(product.YearlyProductCode) ? "yearlyProductCode" : null;

    private static string? Missing(Session session) => string.IsNullOrWhiteSpace(session.YearlySessionCode) ? "yearlySessionCode" : null;

    private static KeyValuePair<string, string>[] Query(bool hydrate, int? page = null)
    {
        var query = new List<KeyValuePair<string, string>>(2);
        if (page is { } number)
        {
            query.Add(new("pageNumber", number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        if (hydrate)
        {
            query.Add(new("hydrate", "true"));
        }

        return query.ToArray();
    }

    private ApiRequest Request(string operation, string template, (string Name, string Value)? id = null, KeyValuePair<string,
        string>[]? query = null, HttpMethod? method = null)
    {
        var parameters = id is { } given ? new Dictionary<string, string> { [given.Name] = given.Value } : null;
        return new ApiRequest(ApiService.Cegos, operation, CallKind.Read, method ?? HttpMethod.Get,
            ApiUri.Build(api.BaseUri, template, parameters, query), template) { Token = api.CatalogToken };
    }

    private async Task<Envelope<T>> GetAsync<T>(ApiRequest request, Func<T, string?> missing, CancellationToken cancellationToken)
        where T : class
    {
        using var answer = await api.Sender.SendAsync(request, observer, cancellationToken).ConfigureAwait(false);
        return answer.Decode(json => Envelope<T>.Read(json, api.Model, missing));
    }

    private async Task<T> GetOneAsync<T>(ApiRequest request, Func<T, string?> missing, CancellationToken cancellationToken) where T : class
    {
        using var answer = await api.Sender.SendAsync(request, observer, cancellationToken).ConfigureAwait(false);
        return answer.Decode(json => Envelope<T>.Read(json, api.Model, missing).Items.FirstOrDefault()
            ?? throw ShapeException.Missing("data"));
    }

    private IAsyncEnumerable<Page<T>> GetPagesAsync<T>(string operation, string path, Func<T, string?> missing, Func<T, string> identity,
        PageRequest request, bool hydrate, CancellationToken cancellationToken) where T : class
    {
        return new PagedList<T>(ApiService.Cegos, operation, AskAsync, Read, identity, PageSize).ReadAsync(request, cancellationToken);

        Task<ApiResponse> AskAsync(int number, CancellationToken ending) =>
            api.Sender.SendAsync(Request(operation, path, query: Query(hydrate, number)), observer, ending);

        PageOf<T> Read(ApiResponse answer)
        {
            var page = answer.Decode(json => Envelope<T>.Read(json, api.Model, missing));
            return new PageOf<T>(page.Items, page.PageNumber, page.PageSize, page.TotalPages, page.TotalItems);
        }
    }
}
