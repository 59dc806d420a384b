using System.Globalization;
using TrainingApis.Cegos;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Cegos;

/// <summary>Reads the Cegos catalogue.</summary>
internal sealed class CegosCatalogClient(CegosApi api, IApiObserver? observer) : ApiClient<CegosApi>(api, observer), ICegosCatalogClient
{
    private const int PageSize = 100; // The page size is fixed by Cegos.
    private static readonly EnvelopeShape Shape = new("data");
    private static readonly Identity<Catalog> Catalogs =
        new("id", catalog => catalog.Id == 0 ? null : catalog.Id.ToString(CultureInfo.InvariantCulture));

    private static readonly Identity<Product> Products = new("yearlyProductCode", product => product.YearlyProductCode);
    private static readonly Identity<Session> Sessions = new("yearlySessionCode", session => session.YearlySessionCode);

    public Task<IReadOnlyList<Catalog>> GetCatalogsAsync(CancellationToken cancellationToken = default) =>
        SendAsync(CegosOperations.GetCatalogs, Members(), response => Items(response, Catalogs), cancellationToken);

    public Task<IReadOnlyList<CatalogTopic>> GetTopicsAsync(CancellationToken cancellationToken = default) =>
        SendAsync(CegosOperations.GetTopics, Members(),
            response => response.Decode(json => TopicTree.Build(Envelope<TopicYear>.Read(json, Api.Model, Shape, null).Items)),
            cancellationToken);

    public IAsyncEnumerable<Page<Product>> GetProductsAsync(PageRequest request, bool hydrate = false,
        CancellationToken cancellationToken = default) =>
        GetPagesAsync(CegosOperations.GetProducts, Products, request, hydrate, cancellationToken);

    public Task<Product> GetProductAsync(string yearlyProductCode, bool hydrate = false, CancellationToken cancellationToken = default) =>
        SendAsync(CegosOperations.GetProduct,
            Members(InPath("yearlyProductCode", CegosCode.ToProductForm(yearlyProductCode ?? string.Empty)), Hydrate(hydrate)),
            response => One(response, Products), cancellationToken);

    public IAsyncEnumerable<Page<Session>> GetSessionsAsync(PageRequest request, bool hydrate = false,
        CancellationToken cancellationToken = default) =>
        GetPagesAsync(CegosOperations.GetSessions, Sessions, request, hydrate, cancellationToken);

    public Task<Session> GetSessionAsync(string yearlySessionCode, bool hydrate = false, CancellationToken cancellationToken = default) =>
        SendAsync(CegosOperations.GetSession, Members(InPath("yearlySessionCode", yearlySessionCode), Hydrate(hydrate)),
            response => One(response, Sessions), cancellationToken);

    // According to the documents, the code of a centre can be missing.
    public Task<IReadOnlyList<Center>> GetCentersAsync(CancellationToken cancellationToken = default) =>
        SendAsync(CegosOperations.GetCenters, Members(), response => Items<Center>(response, null), cancellationToken);

    private static RequestMember Hydrate(bool hydrate) => InQuery("hydrate", hydrate ? true : null);

    private IReadOnlyList<T> Items<T>(ApiResponse response, Identity<T>? identity)
        where T : class => Read(response, identity).Items;

    private T One<T>(ApiResponse response, Identity<T> identity)
        where T : class => Read(response, identity).Items.FirstOrDefault() ?? throw response.Unexpected("there is no \"data\" in it");

    private Envelope<T> Read<T>(ApiResponse response, Identity<T>? identity)
        where T : class => response.Decode(json => Envelope<T>.Read(json, Api.Model, Shape, identity));

    private IAsyncEnumerable<Page<T>> GetPagesAsync<T>(Operation operation, Identity<T> identity, PageRequest request, bool hydrate,
        CancellationToken cancellationToken)
        where T : class =>
        new PagedList<T>(new PageSource<T>(
            (number, _) => Api.CreateRequest(operation, Members(InQuery("pageNumber", (long)number), Hydrate(hydrate))),
            Api.SendAsync, response => Read(response, identity), identity.Get, PageSize), Observer).ReadAsync(request, cancellationToken);
}
