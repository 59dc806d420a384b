namespace TrainingApis.Cegos;

/// <summary>Represents an open connection to Cegos.</summary>
public interface ICegosApi : IApi
{
    /// <summary>Creates a client of the catalogue. Clients are lightweight; create one for each task.</summary>
    /// <param name="observer">The observer of the client; null for none.</param>
    ICegosCatalogClient Catalog(IApiObserver? observer = null);

    /// <summary>Creates a client of leads, registrations and deferrals. Clients are lightweight; create one for each task.</summary>
    /// <param name="observer">The observer of the client; null for none.</param>
    ICegosRegistrationClient Registrations(IApiObserver? observer = null);
}

/// <summary>
/// Provides methods that read the Cegos catalogue (<c>https://api.cegos.fr/Documentations/ApiCatalog</c>). Each method throws an <see
/// cref="ApiException"/> if it fails, or an <see cref="OperationCanceledException"/> if its cancellation token was cancelled.
/// </summary>
public interface ICegosCatalogClient
{
    /// <summary>Gets all catalogues (<c>GET v1/Catalogs</c>).</summary>
    Task<IReadOnlyList<Catalog>> GetCatalogsAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets the topics in the catalogue of each year as trees, with roots and subtopics in order (<c>GET v1/CatalogTopics</c>, or the route
    /// <c>Topics</c>).
    /// </summary>
    Task<IReadOnlyList<CatalogTopic>> GetTopicsAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets the products, page by page (<c>GET v1/Products?pageNumber=</c>).</summary>
    /// <param name="request">The part of the list to read.</param>
    /// <param name="hydrate">True to include titles, formula, topics, related products and notice.</param>
    /// <param name="cancellationToken">Cancels all requests.</param>
    IAsyncEnumerable<Page<Product>> GetProductsAsync(PageRequest request, bool hydrate = false,
        CancellationToken cancellationToken = default);

    /// <summary>Gets one product (<c>GET v1/Products/{yearlyProductCode}</c>).</summary>
    /// <param name="yearlyProductCode">The code in the product form (<c>202561072</c>), or in the session form (<c>2025-61072</c>), which
    /// is sent in the product form.</param>
    /// <param name="hydrate">True to include titles, formula, topics, related products and notice.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.NotFound"/>: the code is unknown.</exception>
    Task<Product> GetProductAsync(string yearlyProductCode, bool hydrate = false, CancellationToken cancellationToken = default);

    /// <summary>Gets the sessions, page by page (<c>GET v1/Sessions?pageNumber=</c>).</summary>
    /// <param name="request">The part of the list to read.</param>
    /// <param name="hydrate">True to include the parts of each session.</param>
    /// <param name="cancellationToken">Cancels all requests.</param>
    IAsyncEnumerable<Page<Session>> GetSessionsAsync(PageRequest request, bool hydrate = false,
        CancellationToken cancellationToken = default);

    /// <summary>Gets one session with its parts (<c>GET v1/Sessions/{yearlySessionCode}</c>).</summary>
    /// <param name="yearlySessionCode">The code, as Cegos sent it.</param>
    /// <param name="hydrate">True to send <c>hydrate</c>. It is not known whether Cegos uses it in this request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.NotFound"/>: the code is unknown.</exception>
    Task<Session> GetSessionAsync(string yearlySessionCode, bool hydrate = false, CancellationToken cancellationToken = default);

    /// <summary>Gets all training centres (<c>GET v1/Referentials/centers</c>).</summary>
    Task<IReadOnlyList<Center>> GetCentersAsync(CancellationToken cancellationToken = default);
}

/// <summary>
/// Provides methods that create leads, and create, cancel and move registrations
/// (<c>https://api.cegos.fr/Documentations/ApiRegistration</c>). Each method throws an <see cref="ApiException"/> if it fails, or an <see
/// cref="OperationCanceledException"/> if its cancellation token was cancelled. A change that may have been made is never sent again. If
/// its outcome is unknown, the error is <see cref="ApiErrorKind.InDoubt"/>, also after a cancellation; an <see
/// cref="OperationCanceledException"/> means that nothing was changed. If Cegos refused the request, the error is <see
/// cref="ApiErrorKind.Rejected"/>, with the reason of Cegos.
/// </summary>
public interface ICegosRegistrationClient
{
    /// <summary>Creates a lead (<c>POST v1/Leads</c>).</summary>
    Task<LeadResult> CreateLeadAsync(NewLead lead, CancellationToken cancellationToken = default);

    /// <summary>Registers a trainee (<c>POST v1/Registration</c>, or the route <c>CreateRegistration</c>).</summary>
    Task<RegistrationResult> RegisterAsync(NewRegistration registration, CancellationToken cancellationToken = default);

    /// <summary>
    /// Cancels a registration (<c>DELETE v1/Registration</c> with a body, or the route <c>CancelRegistration</c>). The documents do not
    /// specify the HTTP method.
    /// </summary>
    Task<CancellationResult> CancelAsync(RegistrationCancellation cancellation, CancellationToken cancellationToken = default);

    /// <summary>
    /// Requests a move to another session (<c>POST v1/Registration/defer</c>, or the route <c>DeferRegistration</c>). The documents do not
    /// specify the HTTP method.
    /// </summary>
    /// <returns>The pending deferral.</returns>
    Task<Deferral> DeferAsync(RegistrationDeferral deferral, CancellationToken cancellationToken = default);

    /// <summary>Gets the status of a deferral (<c>GET v1/Registration/defer/{transactionId}</c>).</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.Rejected"/>: the deferral failed.</exception>
    Task<Deferral> GetDeferralAsync(string transactionId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads a deferral repeatedly until it has ended or the timeout has expired. The first read is after 2 seconds, and the intervals then
    /// increase up to 30 seconds.
    /// </summary>
    /// <param name="transactionId">The ID of the transaction.</param>
    /// <param name="timeout">The maximum time to wait.</param>
    /// <param name="slots">The semaphore that is held while a read is in flight, which limits the number of reads at the same time; null
    /// for no limit.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The deferral, which has ended, or is still pending when the timeout expires.</returns>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.Rejected"/>: the deferral failed.</exception>
    Task<Deferral> WaitForDeferralAsync(string transactionId, TimeSpan timeout, SemaphoreSlim? slots = null,
        CancellationToken cancellationToken = default);
}
