namespace TrainingApis.Cegos;

/// <summary>Represents an open connection to Cegos.</summary>
public interface ICegosApi : IApi
{
    /// <summary>Gets a client of the catalogue. Cheap: make one for each piece of work.</summary>
    /// <param name="observer">Is told what this client does; null for nobody.</param>
    ICegosCatalogClient Catalog(IApiObserver? observer = null);

    /// <summary>Gets a client of leads, registrations and deferrals. Cheap: make one for each piece of work.</summary>
    /// <param name="observer">Is told what this client does; null for nobody.</param>
    ICegosRegistrationClient Registrations(IApiObserver? observer = null);
}

/// <summary>
/// Reads the Cegos catalogue (<c>https://api.cegos.fr/Documentations/ApiCatalog</c>). Every method throws <see cref="ApiException"/>, or
/// <see cref="OperationCanceledException"/> when its token was cancelled.
/// </summary>
public interface ICegosCatalogClient
{
    /// <summary>Gets all catalogues (<c>GET v1/Catalogs</c>).</summary>
    Task<IReadOnlyList<Catalog>> GetCatalogsAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets the topics of each year's catalogue as trees, roots and subtopics in their order (<c>GET v1/CatalogTopics</c>, or the
    /// route <c>Topics</c>).</summary>
    Task<IReadOnlyList<CatalogTopic>> GetTopicsAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets the products, page by page (<c>GET v1/Products?pageNumber=</c>).</summary>
    /// <param name="request">Which part of the list.</param>
    /// <param name="hydrate">True for titles, formula, topics, related products and notice.</param>
    /// <param name="cancellationToken">Ends all requests at once.</param>
    IAsyncEnumerable<Page<Product>> GetProductsAsync(PageRequest request, bool hydrate = false,
        CancellationToken cancellationToken = default);

    /// <summary>Gets one product (<c>GET v1/Products/{yearlyProductCode}</c>).</summary>
    /// <param name="yearlyProductCode">The code, in the product form (<c>202561072</c>) or the session form (<c>2025-61072</c>), which is
    /// sent as the former.</param>
    /// <param name="hydrate">True for titles, formula, topics, related products and notice.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.NotFound"/> for an unknown code.</exception>
    Task<Product> GetProductAsync(string yearlyProductCode, bool hydrate = false, CancellationToken cancellationToken = default);

    /// <summary>Gets the sessions, page by page (<c>GET v1/Sessions?pageNumber=</c>).</summary>
    /// <param name="request">Which part of the list.</param>
    /// <param name="hydrate">True for the parts of each session.</param>
    /// <param name="cancellationToken">Ends all requests at once.</param>
    IAsyncEnumerable<Page<Session>> GetSessionsAsync(PageRequest request, bool hydrate = false,
        CancellationToken cancellationToken = default);

    /// <summary>Gets one session with its parts (<c>GET v1/Sessions/{yearlySessionCode}</c>).</summary>
    /// <param name="yearlySessionCode">The code as the vendor gave it.</param>
    /// <param name="hydrate">Whether the vendor uses it here is not known.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.NotFound"/> for an unknown code.</exception>
    Task<Session> GetSessionAsync(string yearlySessionCode, bool hydrate = false, CancellationToken cancellationToken = default);

    /// <summary>Gets all training centres (<c>GET v1/Referentials/centers</c>).</summary>
    Task<IReadOnlyList<Center>> GetCentersAsync(CancellationToken cancellationToken = default);
}

/// <summary>
/// Creates leads and registrations, cancels and moves them (<c>https://api.cegos.fr/Documentations/ApiRegistration</c>). Every method
/// throws <see cref="ApiException"/>, or <see cref="OperationCanceledException"/> when its token was cancelled. A change is never sent
/// twice: what may have happened is <see cref="ApiErrorKind.InDoubt"/>, also when cancelled; an
/// <see cref="OperationCanceledException"/> means that nothing was done. What the vendor refused is
/// <see cref="ApiErrorKind.Rejected"/> with their reason.
/// </summary>
public interface ICegosRegistrationClient
{
    /// <summary>Creates a lead (<c>POST v1/Leads</c>).</summary>
    Task<LeadResult> CreateLeadAsync(NewLead lead, CancellationToken cancellationToken = default);

    /// <summary>Registers a trainee (<c>POST v1/Registration</c>, or the route <c>CreateRegistration</c>).</summary>
    Task<RegistrationResult> RegisterAsync(NewRegistration registration, CancellationToken cancellationToken = default);

    /// <summary>Cancels a registration. The documents do not name the method: <c>DELETE v1/Registration</c> with a body, or the route
    /// <c>CancelRegistration</c>.</summary>
    Task<CancellationResult> CancelAsync(RegistrationCancellation cancellation, CancellationToken cancellationToken = default);

    /// <summary>Requests a move to another session. The documents do not name the method: <c>POST v1/Registration/defer</c>, or the route
    /// <c>DeferRegistration</c>.</summary>
    /// <returns>The pending deferral.</returns>
    Task<Deferral> DeferAsync(RegistrationDeferral deferral, CancellationToken cancellationToken = default);

    /// <summary>Gets the state of a deferral (<c>GET v1/Registration/defer/{transactionId}</c>).</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.Rejected"/> where it failed.</exception>
    Task<Deferral> GetDeferralAsync(string transactionId, CancellationToken cancellationToken = default);

    /// <summary>Reads a deferral again, first after 2 seconds, then at growing intervals up to 30 seconds, until it has ended or the time
    /// is up.</summary>
    /// <param name="transactionId">Which deferral.</param>
    /// <param name="timeout">How long to go on.</param>
    /// <param name="slots">Held while a read is in flight, so that many can wait and few read at once; null for no limit.</param>
    /// <param name="cancellationToken">Ends the wait at once.</param>
    /// <returns>The ended deferral; or, when the time is up, the pending one.</returns>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.Rejected"/> where it failed.</exception>
    Task<Deferral> WaitForDeferralAsync(string transactionId, TimeSpan timeout, SemaphoreSlim? slots = null,
        CancellationToken cancellationToken = default);
}
