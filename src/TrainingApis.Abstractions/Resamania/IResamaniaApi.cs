namespace TrainingApis.Resamania;

/// <summary>Represents an open connection to Resamania.</summary>
public interface IResamaniaApi : IApi
{
    /// <summary>Gets the name of the brand in addresses.</summary>
    string ClientToken { get; }

    /// <summary>Gets the IRI of the club for which the connection acts; null for none.</summary>
    string? ClubId { get; }

    /// <summary>
    /// Creates a client for contacts, their migration and their sales. A client is inexpensive: create one for each task.
    /// </summary>
    /// <param name="observer">The observer of the client; null for none.</param>
    IResamaniaContactClient Contacts(IApiObserver? observer = null);

    /// <summary>Creates a client for clubs, network nodes and sources. A client is inexpensive: create one for each task.</summary>
    /// <param name="observer">The observer of the client; null for none.</param>
    IResamaniaClubClient Clubs(IApiObserver? observer = null);
}

/// <summary>
/// Reads and changes contacts, moves them between clubs, and refreshes the contact in a sale
/// (<c>https://doc.resamania.com/en/contacts/subscription.html</c>). IDs are numbers or IRIs. Every method throws <see
/// cref="ApiException"/>, or <see cref="OperationCanceledException"/> if its token was cancelled and no change was in flight. A change that
/// may have been made is never sent again: the error is <see cref="ApiErrorKind.InDoubt"/>.
/// </summary>
public interface IResamaniaContactClient
{
    /// <summary>
    /// Gets all contacts, page by page (<c>GET contacts</c>). Each page contains the address of the next page, so the pages are read one at
    /// a time.
    /// </summary>
    IAsyncEnumerable<Page<Contact>> GetContactsAsync(PageRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets the contacts with an e-mail address, in the club (<c>GET contacts?email=</c>) or in the whole chain (<c>GET
    /// network/contact_search?email=</c>, with fewer fields).
    /// </summary>
    Task<IReadOnlyList<Contact>> FindContactsAsync(string email, bool network, CancellationToken cancellationToken = default);

    /// <summary>Gets the contacts with an e-mail address in a club (<c>GET contacts?email=</c>).</summary>
    /// <param name="email">The e-mail address.</param>
    /// <param name="clubId">The club; null for the club of the connection.</param>
    /// <param name="cancellationToken">Cancels all requests.</param>
    Task<IReadOnlyList<Contact>> FindClubContactsAsync(string email, string? clubId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets the contact that already has an e-mail address, in the club and, if the connection has a network node, in the chain; null if
    /// there is none.
    /// </summary>
    Task<Contact?> FindKnownContactAsync(string email, CancellationToken cancellationToken = default);

    /// <summary>Gets one contact (<c>GET contacts/{id}</c>).</summary>
    Task<Contact> GetContactAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Creates a contact (<c>POST contacts</c>).</summary>
    /// <param name="fields">The fields of the contact.</param>
    /// <param name="skipExistenceCheck">Whether to send the request without searching for the e-mail address first.</param>
    /// <param name="cancellationToken">Cancels all requests.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.Conflict"/>: the e-mail address is already in use. The message contains the
    /// contact if the search found it.</exception>
    Task<Contact> CreateContactAsync(ContactFields fields, bool skipExistenceCheck = false, CancellationToken cancellationToken = default);

    /// <summary>Changes a contact (<c>PUT contacts/{id}</c>). Only properties that are set or cleared are sent.</summary>
    Task<Contact> UpdateContactAsync(ContactChange change, CancellationToken cancellationToken = default);

    /// <summary>
    /// Determines the outcome of the online registration of a person, without changes. The method searches for the e-mail address in the
    /// club and, if requested, in the chain, and checks the requirements of a move.
    /// </summary>
    /// <param name="registration">The registration.</param>
    /// <param name="network">Whether to search the whole chain.</param>
    /// <param name="cancellationToken">Cancels all requests.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.PreconditionFailed"/>: the contact can be neither created nor
    /// moved.</exception>
    Task<RegistrationPlan> PlanRegistrationAsync(OnlineRegistrationRequest registration, bool network,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Moves a prospect into a temporary contact of another club (<c>PUT contacts/{sourceId}/migrate</c>), acting as the prospect. Before
    /// the move, the method checks that the source is a prospect, the target is temporary, the clubs differ, and the specified club is that
    /// of the target.
    /// </summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.PreconditionFailed"/>: one of these conditions is not met, or the connection
    /// cannot act as a contact.</exception>
    Task<MigrationResult> MigrateContactAsync(ContactMigration migration, CancellationToken cancellationToken = default);

    /// <summary>Refreshes the contact in a sale (<c>PUT sales/{id}/update_contact</c>, or the route <c>UpdateSale</c>).</summary>
    Task<SaleResult> UpdateSaleAsync(SaleUpdate sale, CancellationToken cancellationToken = default);

    /// <summary>
    /// Requests a transfer to a club (<c>POST contact_migration_requests</c>). The contact receives a code. The request acts for that club.
    /// </summary>
    Task<Transfer> RequestTransferAsync(TransferRequest request, CancellationToken cancellationToken = default);

    /// <summary>Confirms a transfer with the code of the contact (<c>POST {transfer}/transitions</c>).</summary>
    Task<Transfer> ConfirmTransferAsync(TransferConfirmation confirmation, CancellationToken cancellationToken = default);

    /// <summary>Cancels a transfer (<c>POST {transfer}/transitions</c>).</summary>
    Task<Transfer> DenyTransferAsync(TransferDenial denial, CancellationToken cancellationToken = default);
}

/// <summary>
/// Reads clubs and network nodes, and reads and creates sources (<c>https://github.com/stadline/resamania2-partners</c>). IDs are numbers
/// or IRIs. The errors are those of <see cref="IResamaniaContactClient"/>.
/// </summary>
public interface IResamaniaClubClient
{
    /// <summary>Gets the clubs, page by page (<c>GET clubs</c>, or <c>GET network/clubs</c> for the whole chain).</summary>
    IAsyncEnumerable<Page<Club>> GetClubsAsync(PageRequest request, bool network, CancellationToken cancellationToken = default);

    /// <summary>Gets one club (<c>GET clubs/{id}</c>, or <c>GET network/clubs/{id}</c> for a club of the chain).</summary>
    Task<Club> GetClubAsync(string id, bool network, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets the nodes of the tree of the chain, page by page (<c>GET network_nodes</c>), in the same form for both formats of Resamania. If
    /// nodes of a page are inside other nodes, the page contains all of them, parents first.
    /// </summary>
    /// <param name="request">The part of the list to read.</param>
    /// <param name="clubId">The club whose nodes are read; null for all nodes.</param>
    /// <param name="cancellationToken">Cancels all requests.</param>
    IAsyncEnumerable<Page<NetworkNode>> GetNetworkNodesAsync(PageRequest request, string? clubId = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets one node (<c>GET network_nodes/{id}</c>).</summary>
    Task<NetworkNode> GetNetworkNodeAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Gets the sources, page by page (<c>GET referentials/sources</c>, or the route <c>Sources</c>).</summary>
    IAsyncEnumerable<Page<Source>> GetSourcesAsync(PageRequest request, bool includeArchived,
        CancellationToken cancellationToken = default);

    /// <summary>Gets one source (<c>GET referentials/sources/{id}</c>).</summary>
    Task<Source> GetSourceAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Creates a source (<c>POST referentials/sources</c>).</summary>
    Task<Source> CreateSourceAsync(NewSource source, CancellationToken cancellationToken = default);
}
