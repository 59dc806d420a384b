namespace TrainingApis.Cegos;

/// <summary>
/// Reads the Cegos catalogue. Every method throws <see cref="ApiException"/> and nothing else, but for
/// <see cref="OperationCanceledException"/> when its token was cancelled. Source of all facts:
/// <c>https://api.cegos.fr/Documentations/ApiCatalog</c>.
/// </summary>
public interface ICegosCatalogClient
{
    /// <summary>All catalogues (<c>GET v1/Catalogs</c>).</summary>
    Task<IReadOnlyList<Catalog>> GetCatalogsAsync(CancellationToken cancellationToken = default);

    /// <summary>The topics of each year's catalogue as trees, roots and subtopics in their order (<c>GET v1/CatalogTopics</c>, or the route
    /// <c>Topics</c>).</summary>
    Task<IReadOnlyList<CatalogTopic>> GetTopicsAsync(CancellationToken cancellationToken = default);

    /// <summary>The products, page by page (<c>GET v1/Products?pageNumber=</c>), each page as soon as it is whole and its turn has
    /// come.</summary>
    /// <param name="request">Which part of the list.</param>
    /// <param name="hydrate">True for titles, formula, topics, related products and notice.</param>
    /// <param name="cancellationToken">Ends all requests at once.</param>
    IAsyncEnumerable<Page<Product>> GetProductsAsync(PageRequest request, bool hydrate = false,
        CancellationToken cancellationToken = default);

    /// <summary>One product (<c>GET v1/Products/{yearlyProductCode}</c>).</summary>
    /// <param name="yearlyProductCode">The code, in the product form (<c>202561072</c>) or the session form (<c>2025-61072</c>), which is
    /// sent as the former.</param>
    /// <param name="hydrate">True for titles, formula, topics, related products and notice.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.NotFound"/> for an unknown code.</exception>
    Task<Product> GetProductAsync(string yearlyProductCode, bool hydrate = false, CancellationToken cancellationToken = default);

    /// <summary>The sessions, page by page (<c>GET v1/Sessions?pageNumber=</c>).</summary>
    /// <param name="request">Which part of the list.</param>
    /// <param name="hydrate">True for the parts of each session.</param>
    /// <param name="cancellationToken">Ends all requests at once.</param>
    IAsyncEnumerable<Page<Session>> GetSessionsAsync(PageRequest request, bool hydrate = false,
        CancellationToken cancellationToken = default);

    /// <summary>One session with its parts (<c>GET v1/Sessions/{yearlySessionCode}</c>).</summary>
    /// <param name="yearlySessionCode">The code as the vendor gave it.</param>
    /// <param name="hydrate">Whether the vendor heeds it here is not known.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.NotFound"/> for an unknown code.</exception>
    Task<Session> GetSessionAsync(string yearlySessionCode, bool hydrate = false, CancellationToken cancellationToken = default);

    /// <summary>All training centres (<c>GET v1/Referentials/centers</c>).</summary>
    Task<IReadOnlyList<Center>> GetCentersAsync(CancellationToken cancellationToken = default);
}
