namespace TrainingApis.Resamania;

/// <summary>Represents an open connection to Resamania.</summary>
public interface IResamaniaApi : IApi
{
    /// <summary>Gets the brand's name in addresses.</summary>
    string ClientToken { get; }

    /// <summary>Gets the club for which the connection acts, as IRI; null for none.</summary>
    string? ClubId { get; }

    /// <summary>Gets a client of contacts, their migration and their sales. Cheap: make one for each piece of work.</summary>
    /// <param name="observer">Is told what this client does; null for nobody.</param>
    IResamaniaContactClient Contacts(IApiObserver? observer = null);

    /// <summary>Gets a client of clubs, network nodes and sources. Cheap: make one for each piece of work.</summary>
    /// <param name="observer">Is told what this client does; null for nobody.</param>
    IResamaniaClubClient Clubs(IApiObserver? observer = null);
}

/// <summary>
/// Reads and changes contacts, moves them between clubs, and refreshes the contact in a sale
/// (<c>https://doc.resamania.com/en/contacts/subscription.html</c>). Ids are numbers or IRIs. Every method throws
/// <see cref="ApiException"/>, or <see cref="OperationCanceledException"/> when its token was cancelled and no change was in flight. A
/// change is never sent twice; what may have happened is <see cref="ApiErrorKind.InDoubt"/>.
/// </summary>
public interface IResamaniaContactClient
{
    /// <summary>Gets all contacts, page by page (<c>GET contacts</c>). Each page names the next, so they are read one at a time.</summary>
    IAsyncEnumerable<Page<Contact>> GetContactsAsync(PageRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets the contacts of an e-mail, in the club (<c>GET contacts?email=</c>) or in the whole chain (<c>GET
    /// network/contact_search?email=</c>, with fewer fields).</summary>
    Task<IReadOnlyList<Contact>> FindContactsAsync(string email, bool network, CancellationToken cancellationToken = default);

    /// <summary>Gets the contacts of an e-mail in a club (<c>GET contacts?email=</c>).</summary>
    /// <param name="email">The e-mail address.</param>
    /// <param name="clubId">The club; null for the connection's.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<IReadOnlyList<Contact>> FindClubContactsAsync(string email, string? clubId, CancellationToken cancellationToken = default);

    /// <summary>Gets the contact that has an e-mail already, in the club, or in the chain where the connection has a network node; null
    /// where there is none.</summary>
    Task<Contact?> FindKnownContactAsync(string email, CancellationToken cancellationToken = default);

    /// <summary>Gets one contact (<c>GET contacts/{id}</c>).</summary>
    Task<Contact> GetContactAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Creates a contact (<c>POST contacts</c>).</summary>
    /// <param name="fields">Its fields.</param>
    /// <param name="skipExistenceCheck">True to send it without looking up the e-mail first.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.Conflict"/>: the e-mail is known; the message names the contact where the
    /// look-up found it.</exception>
    Task<Contact> CreateContactAsync(ContactFields fields, bool skipExistenceCheck = false, CancellationToken cancellationToken = default);

    /// <summary>Changes a contact (<c>PUT contacts/{id}</c>); only what is given is sent.</summary>
    Task<Contact> UpdateContactAsync(ContactChange change, CancellationToken cancellationToken = default);

    /// <summary>
    /// Finds out by reading what the online registration of a person comes to: looks the e-mail up in the club and, if asked, in the
    /// chain, and checks what a move needs. Changes nothing.
    /// </summary>
    /// <param name="registration">The registration.</param>
    /// <param name="network">Whether the whole chain is searched.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.PreconditionFailed"/>: the person can neither be created nor
    /// moved.</exception>
    Task<RegistrationPlan> PlanRegistrationAsync(OnlineRegistrationRequest registration, bool network,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Moves a prospect into a temporary contact of another club (<c>PUT contacts/{sourceId}/migrate</c>), acting as the prospect. Before
    /// anything changes it checks that the source is a prospect, the target is temporary, the clubs differ, and the club is the target's.
    /// </summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.PreconditionFailed"/>: one of these is not so, or the connection cannot act
    /// as a contact.</exception>
    Task<MigrationResult> MigrateContactAsync(ContactMigration migration, CancellationToken cancellationToken = default);

    /// <summary>Refreshes the contact in a sale (<c>PUT sales/{id}/update_contact</c>, or the route <c>UpdateSale</c>).</summary>
    Task<SaleResult> UpdateSaleAsync(SaleUpdate sale, CancellationToken cancellationToken = default);

    /// <summary>Requests a transfer to a club; the contact receives a code (<c>POST contact_migration_requests</c>). It acts for that
    /// club.</summary>
    Task<Transfer> RequestTransferAsync(TransferRequest request, CancellationToken cancellationToken = default);

    /// <summary>Confirms a transfer with the contact's code (<c>POST {transfer}/transitions</c>).</summary>
    Task<Transfer> ConfirmTransferAsync(TransferConfirmation confirmation, CancellationToken cancellationToken = default);

    /// <summary>Cancels a transfer (<c>POST {transfer}/transitions</c>).</summary>
    Task<Transfer> DenyTransferAsync(TransferDenial denial, CancellationToken cancellationToken = default);
}

/// <summary>
/// Reads clubs and network nodes, reads and creates sources (<c>https://github.com/stadline/resamania2-partners</c>). Ids are numbers or
/// IRIs. Errors are those of <see cref="IResamaniaContactClient"/>.
/// </summary>
public interface IResamaniaClubClient
{
    /// <summary>Gets the clubs, page by page (<c>GET clubs</c>; of the whole chain <c>GET network/clubs</c>).</summary>
    IAsyncEnumerable<Page<Club>> GetClubsAsync(PageRequest request, bool network, CancellationToken cancellationToken = default);

    /// <summary>Gets one club (<c>GET clubs/{id}</c>; of the chain <c>GET network/clubs/{id}</c>).</summary>
    Task<Club> GetClubAsync(string id, bool network, CancellationToken cancellationToken = default);

    /// <summary>Gets the nodes of the chain's tree, page by page (<c>GET network_nodes</c>), in one shape whatever the vendor's. A page
    /// whose nodes stand inside each other holds all of them, each before those below it.</summary>
    /// <param name="request">Which nodes to read.</param>
    /// <param name="clubId">The club whose nodes to read; null for all.</param>
    /// <param name="cancellationToken">Ends it.</param>
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
