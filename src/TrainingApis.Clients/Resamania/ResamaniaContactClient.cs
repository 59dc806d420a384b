using System.Text;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;
using TrainingApis.Resamania;

namespace TrainingApis.Clients.Resamania;

/// <summary>Reads and changes contacts of Resamania, and moves them between clubs.</summary>
internal sealed class ResamaniaContactClient(ResamaniaApi api, IApiObserver? observer)
    : ResamaniaClient(api, observer), IResamaniaContactClient
{
    private static readonly Identity<Contact> Contacts = new("@id", contact => contact.Iri);
    private static readonly string[] TransferMembers = ["@context", "@id", "@type", "id", "resultTargetId"];

    public IAsyncEnumerable<Page<Contact>> GetContactsAsync(PageRequest request, CancellationToken cancellationToken = default) =>
        GetPagesAsync(ResamaniaOperations.GetContacts, [], request, Contacts, cancellationToken);

    public Task<IReadOnlyList<Contact>> FindContactsAsync(string email, bool network, CancellationToken cancellationToken = default) =>
        FindAsync(network ? ResamaniaOperations.FindNetworkContacts : ResamaniaOperations.FindContacts, email, null, cancellationToken);

    public Task<IReadOnlyList<Contact>> FindClubContactsAsync(string email, string? clubId,
        CancellationToken cancellationToken = default) =>
        FindAsync(ResamaniaOperations.FindContacts, email, clubId, cancellationToken);

    public async Task<Contact?> FindKnownContactAsync(string email, CancellationToken cancellationToken = default)
    {
        foreach (var network in Api.HasNode ? new[] { false, true } : [false])
        {
            // It is inferred that the vendor compares complete addresses, so a contact with another address does not match. Results of the
            // chain contain no address.
            var found = await FindContactsAsync(email, network, cancellationToken).ConfigureAwait(false);
            if (found.FirstOrDefault(contact => contact.Email is null
                || contact.Email.Equals(email, StringComparison.OrdinalIgnoreCase)) is { } known)
            {
                return known;
            }
        }

        return null;
    }

    public Task<Contact> GetContactAsync(string id, CancellationToken cancellationToken = default) =>
        GetContactAsync(id, null, cancellationToken);

    /// <summary>Gets one contact, for a club; null for the club of the connection.</summary>
    public Task<Contact> GetContactAsync(string id, string? clubId, CancellationToken cancellationToken)
    {
        var request = Api.CreateRequest(ResamaniaOperations.GetContact, Members(Resource("contacts", id)));
        return SendAsync(clubId is null ? request : Api.ForClub(request, clubId), response => One(response, Contacts), cancellationToken);
    }

    public async Task<Contact> CreateContactAsync(ContactFields fields, bool skipExistenceCheck = false,
        CancellationToken cancellationToken = default)
    {
        var request = Api.CreateRequest(ResamaniaOperations.CreateContact, fields);
        if (!skipExistenceCheck && fields.Email is { } email
            && await FindKnownContactAsync(email, cancellationToken).ConfigureAwait(false) is { } known)
        {
            throw Refused(ResamaniaOperations.CreateContact, fields, ApiErrorKind.Conflict,
                $"the e-mail address already belongs to contact {known.Iri}.");
        }

        return await SendAsync(request, response => One(response, Contacts), cancellationToken).ConfigureAwait(false);
    }

    public Task<Contact> UpdateContactAsync(ContactChange change, CancellationToken cancellationToken = default) =>
        SendAsync(ResamaniaOperations.UpdateContact, change, response => One(response, Contacts), cancellationToken);

    public Task<RegistrationPlan> PlanRegistrationAsync(OnlineRegistrationRequest registration, bool network,
        CancellationToken cancellationToken = default) =>
        new RegistrationPlanner(Api, this, registration).PlanAsync(network, cancellationToken);

    public async Task<MigrationResult> MigrateContactAsync(ContactMigration migration, CancellationToken cancellationToken = default)
    {
        var operation = ResamaniaOperations.MigrateContact;
        _ = Api.CreateRequest(operation, migration); // Invalid IDs are reported before anything is read.
        if (!Api.CanActAsContact)
        {
            throw Refused(operation, migration, ApiErrorKind.PreconditionFailed,
                "a move acts as the contact that is moved, and this connection has no OAuth client for that (-ContactCredential).");
        }

        var (checks, email) = (!migration.SkipPreconditionCheck, migration.SourceEmail);
        var source = checks || email is null
            ? await GetContactAsync(migration.SourceContactId, cancellationToken).ConfigureAwait(false) : null;
        var target = checks || migration.TargetClubId is null
            ? await GetContactAsync(migration.TargetContactId, cancellationToken).ConfigureAwait(false) : null;
        var clubIri = migration.TargetClubId is { } club ? Api.IriOf("clubs", club) : target!.ClubId;
        email ??= source!.Email;
        var problem = (checks ? MigrationCheck.Find(source!, target!, clubIri) : null)
            ?? (clubIri is null ? $"The target {target!.Iri} shows no club, so the target club must be given." : null)
            ?? (string.IsNullOrWhiteSpace(email) ? $"The source {source!.Iri} shows no e-mail, so the e-mail must be given." : null);
        if (problem is not null)
        {
            throw Refused(operation, migration, ApiErrorKind.PreconditionFailed, problem);
        }

        var request = Api.CreateRequest(operation, new ContactMigration
        {
            SourceContactId = migration.SourceContactId,
            TargetContactId = migration.TargetContactId,
            TargetClubId = clubIri,
        });
        return await DoAsync(Api.AsContact(request, email!), new MigrationResult
        {
            SourceContactId = Api.IriOf("contacts", migration.SourceContactId),
            TargetContactId = Api.IriOf("contacts", migration.TargetContactId),
            TargetClubId = clubIri,
            Migrated = true,
        }, cancellationToken).ConfigureAwait(false);
    }

    public Task<SaleResult> UpdateSaleAsync(SaleUpdate sale, CancellationToken cancellationToken = default) =>
        DoAsync(Api.CreateRequest(ResamaniaOperations.UpdateSale, sale), new SaleResult { SaleId = Api.IriOf("sales", sale.SaleId) },
            cancellationToken);

    public Task<Transfer> RequestTransferAsync(TransferRequest request, CancellationToken cancellationToken = default) =>
        SendAsync(Api.ForClub(Api.CreateRequest(ResamaniaOperations.RequestTransfer, request), request.ClubId), response =>
        {
            var transfer = ReadTransfer(response, null, TransferStatus.Requested);
            transfer.ContactId = Api.IriOf("contacts", request.ContactId);
            transfer.ClubId = Api.IriOf("clubs", request.ClubId);
            return transfer;
        }, cancellationToken);

    public Task<Transfer> ConfirmTransferAsync(TransferConfirmation confirmation, CancellationToken cancellationToken = default) =>
        SendAsync(ResamaniaOperations.ConfirmTransfer, confirmation,
            response => ReadTransfer(response, confirmation.TransferId, TransferStatus.Confirmed), cancellationToken);

    public Task<Transfer> DenyTransferAsync(TransferDenial denial, CancellationToken cancellationToken = default) =>
        SendAsync(ResamaniaOperations.DenyTransfer, denial,
            response => ReadTransfer(response, denial.TransferId, TransferStatus.Denied), cancellationToken);

    private async Task<IReadOnlyList<Contact>> FindAsync(
        Operation operation, string email, string? clubId, CancellationToken cancellationToken)
    {
        var found = new List<Contact>();
        await foreach (var page in GetPagesAsync(
            operation, Members(InQuery("email", email)), PageRequest.All, Contacts, cancellationToken, clubId).ConfigureAwait(false))
        {
            found.AddRange(page.Items);
        }

        return found;
    }

    private static ApiException Refused(Operation operation, object request, ApiErrorKind kind, string what) =>
        operation.CreateError(kind, RequestMembers.Of(request), what + " Nothing was sent.");

    /// <summary>Reads a transfer. After its confirmation, it contains the contact in the new club.</summary>
    private Transfer ReadTransfer(ApiResponse response, string? id, TransferStatus status)
    {
        var json = response.Decode(JsonObject.Read);
        var transfer = new Transfer
        {
            TransferId = id is not null ? Api.IriOf("signature_requests", id)
                : json.Text("@id") ?? throw response.Unexpected("there is no \"@id\" in it"),
            Status = status,
            ResultContactId = json.Text("resultTargetId"),
        };
        foreach (var (name, value) in json.Members.Where(member => !TransferMembers.Contains(member.Key, StringComparer.OrdinalIgnoreCase)))
        {
            transfer.AdditionalProperties[name] = Encoding.UTF8.GetString(JsonTree.Write(value));
        }

        return transfer;
    }
}
