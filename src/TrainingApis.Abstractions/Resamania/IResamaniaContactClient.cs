namespace TrainingApis.Resamania;

/// <summary>
/// Contacts, their migration and transfer, and the contact in a sale. Ids are numbers or IRIs. Every method throws
/// <see cref="ApiException"/> and nothing else, but for <see cref="OperationCanceledException"/> when its token was cancelled and nothing
/// was in the air. Changes are never sent twice; what may have happened is <see cref="ApiErrorKind.InDoubt"/>.
/// Source of the facts: <c>https://doc.resamania.com/en/contacts/subscription.html</c>.
/// </summary>
public interface IResamaniaContactClient
{
    /// <summary>All contacts, page by page (<c>GET contacts</c>). Each page names the next, so they are asked for one at a time.</summary>
    IAsyncEnumerable<Page<Contact>> GetContactsAsync(PageRequest request, CancellationToken cancellationToken = default);

    /// <summary>The contacts of that e-mail, in the club (<c>GET contacts?email=</c>) or in the whole chain (<c>GET
    /// network/contact_search?email=</c>, with fewer fields).</summary>
    Task<IReadOnlyList<Contact>> FindContactsAsync(string email, bool network, CancellationToken cancellationToken = default);

    /// <summary>The contact that has that e-mail already, in the club, or in the chain where the connection has a network node; null where
    /// there is none.</summary>
    Task<Contact?> FindKnownContactAsync(string email, CancellationToken cancellationToken = default);

    /// <summary>Reads one contact (<c>GET contacts/{id}</c>).</summary>
    Task<Contact> GetContactAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Creates a contact (<c>POST contacts</c>).</summary>
    /// <param name="fields">Its fields.</param>
    /// <param name="skipExistenceCheck">True to leave it to the vendor to refuse a known e-mail; otherwise it is looked up first.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.Conflict"/>: the e-mail is known; the message names the contact where the
    /// look-up found it.</exception>
    Task<Contact> CreateContactAsync(ContactFields fields, bool skipExistenceCheck = false, CancellationToken cancellationToken = default);

    /// <summary>Changes a contact (<c>PUT contacts/{id}</c>); only what is given is sent.</summary>
    Task<Contact> UpdateContactAsync(string id, ContactFields fields, CancellationToken cancellationToken = default);

    /// <summary>
    /// Moves a prospect into a temporary contact of another club (<c>PUT contacts/{sourceId}/migrate</c>), acting as the prospect. Before
    /// anything changes it is checked: the source is a prospect, the target is temporary, the clubs differ, the club is the target's.
    /// </summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.PreconditionFailed"/>: one of these does not hold, or the connection cannot
    /// act as a contact.</exception>
    Task<MigrationResult> MigrateContactAsync(ContactMigration migration, CancellationToken cancellationToken = default);

    /// <summary>Refreshes the contact in a sale (<c>PUT sales/{id}/update_contact</c>, or the route <c>UpdateSale</c>).</summary>
    Task<SaleResult> UpdateSaleAsync(string saleId, CancellationToken cancellationToken = default);

    /// <summary>Asks for a transfer to a club; the contact is sent a code (<c>POST contact_migration_requests</c>). It acts for that
    /// club.</summary>
    Task<Transfer> RequestTransferAsync(string contactId, string clubId, CancellationToken cancellationToken = default);

    /// <summary>Confirms a transfer with the contact's code (<c>POST {transfer}/transitions</c>).</summary>
    Task<Transfer> ConfirmTransferAsync(string transferId, string code, CancellationToken cancellationToken = default);

    /// <summary>Calls a transfer off (<c>POST {transfer}/transitions</c>).</summary>
    Task<Transfer> DenyTransferAsync(string transferId, string? code, CancellationToken cancellationToken = default);
}
