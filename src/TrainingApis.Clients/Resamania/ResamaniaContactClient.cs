using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;
using TrainingApis.Resamania;

namespace TrainingApis.Clients.Resamania;

/// <summary>The contacts of Resamania: each method is build, send, map.</summary>
internal sealed class ResamaniaContactClient(ResamaniaApi api, ResamaniaCalls calls) : IResamaniaContactClient
{
    private const string ContactTemplate = "{clientToken}/contacts/{id}";


    public IAsyncEnumerable<Page<Contact>> GetContactsAsync(PageRequest request, CancellationToken cancellationToken = default) =>
        calls.GetPagesAsync<Contact>("GetContacts", "{clientToken}/contacts", [], request, ResamaniaJson.Missing, cancellationToken);

    public async Task<IReadOnlyList<Contact>> FindContactsAsync(string email, bool network, CancellationToken cancellationToken = default)
    {
        var template = network ? "{clientToken}/network/contact_search" : "{clientToken}/contacts";
        var found = new List<Contact>();
        await foreach (var page in calls.GetPagesAsync<Contact>("FindContacts", template, [new("email", email)], PageRequest.All,
            ResamaniaJson.Missing, cancellationToken).ConfigureAwait(false))
        {
            found.AddRange(page.Items);
        }

        return found;
    }

    public async Task<Contact?> FindKnownContactAsync(string email, CancellationToken cancellationToken = default)
    {
        foreach (var network in api.NodeIri is null ? new[] { false } : [false, true])
        {
            // That the vendor compares whole addresses is inferred; what shows another one is not the contact. The chain shows none.
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
        calls.GetOneAsync<Contact>(calls.Follow("GetContact", CallKind.Read, HttpMethod.Get, ContactIri(id), ContactTemplate),
            ResamaniaJson.Missing, cancellationToken);

    public async Task<Contact> CreateContactAsync(ContactFields fields, bool skipExistenceCheck = false,
        CancellationToken cancellationToken = default)
    {
        var request = calls.Change("CreateContact", HttpMethod.Post, "{clientToken}/contacts", ResamaniaJson.Body(fields, api.IriBuilder));
        if (!skipExistenceCheck && fields.Email is { } email
            && await FindKnownContactAsync(email, cancellationToken).ConfigureAwait(false) is { } known)
        {
            throw Refused("CreateContact", ApiErrorKind.Conflict, $"The e-mail is that of {known.Iri} already. Nothing was sent.");
        }

        return await calls.GetOneAsync<Contact>(request, ResamaniaJson.Missing, cancellationToken).ConfigureAwait(false);
    }

    public Task<Contact> UpdateContactAsync(string id, ContactFields fields, CancellationToken cancellationToken = default) =>
        calls.GetOneAsync<Contact>(
            calls.Follow("UpdateContact", CallKind.Change, HttpMethod.Put, ContactIri(id), ContactTemplate,
                ResamaniaJson.Body(fields, api.IriBuilder)),
            ResamaniaJson.Missing,
            cancellationToken);

    public async Task<MigrationResult> MigrateContactAsync(ContactMigration migration, CancellationToken cancellationToken = default)
    {
        var (sourceIri, targetIri) = (ContactIri(migration.SourceContactId), ContactIri(migration.TargetContactId));
        var clubIri = migration.TargetClubId is { } given ? api.IriBuilder.Of("clubs", given) : null;
        if (!api.CanActAsContact)
        {
            throw Refused("MigrateContact", ApiErrorKind.PreconditionFailed,
                "A move acts as the contact that is moved, and this connection has no OAuth client for that: connect with "
                + "-ContactCredential. Nothing was sent.");
        }

        var source = await GetContactAsync(sourceIri, cancellationToken).ConfigureAwait(false);
        var target = migration.SkipPreconditionCheck
            && clubIri is not null ? null : await GetContactAsync(targetIri, cancellationToken).ConfigureAwait(false);
        var problem = MigrationCheck.Find(source, target, clubIri, migration.SkipPreconditionCheck);
        if (problem is not null)
        {
            throw Refused("MigrateContact", ApiErrorKind.PreconditionFailed, problem + " Nothing was sent.");
        }

        clubIri ??= target!.ClubId!;
        var body = JsonTree.Write(new Dictionary<string, object?> { ["targetContactId"] = targetIri, ["targetClubId"] = clubIri });
        await calls.DoAsync(
            calls.FollowAs(api.ContactToken(source.Email!), "MigrateContact", HttpMethod.Put, sourceIri + "/migrate",
                ContactTemplate + "/migrate", body),
            cancellationToken).ConfigureAwait(false);
        return new MigrationResult { SourceContactId = sourceIri, TargetContactId = targetIri, TargetClubId = clubIri, Migrated = true };
    }

    public async Task<SaleResult> UpdateSaleAsync(string saleId, CancellationToken cancellationToken = default)
    {
        var iri = api.IriBuilder.Of("sales", saleId);
        var route = api.Routes["UpdateSale"];
        await calls.DoAsync(calls.Change("UpdateSale", route.Method, route.Path, null, ResamaniaIri.IdOf(iri)),
            cancellationToken).ConfigureAwait(false);
        return new SaleResult { SaleId = iri };
    }

    public async Task<Transfer> RequestTransferAsync(string contactId, string clubId, CancellationToken cancellationToken = default)
    {
        var (contactIri, clubIri) = (ContactIri(contactId), api.IriBuilder.Of("clubs", clubId));
        var body = JsonTree.Write(new Dictionary<string, object?> { ["clubId"] = clubIri, ["contactId"] = contactIri });
        using var answer = await calls.SendAsync(
            calls.Change("RequestTransfer", HttpMethod.Post, "{clientToken}/contact_migration_requests", body, clubIri: clubIri),
                cancellationToken).ConfigureAwait(false);
        var transfer = TransferResponse.Read(answer);
        (transfer.ContactId, transfer.ClubId) = (contactIri, clubIri);
        return transfer;
    }

    public Task<Transfer> ConfirmTransferAsync(string transferId, string code, CancellationToken cancellationToken = default) =>
        TransitAsync("ConfirmTransfer", "validate", transferId, code, TransferStatus.Confirmed, cancellationToken);

    public Task<Transfer> DenyTransferAsync(string transferId, string? code, CancellationToken cancellationToken = default) =>
        TransitAsync("DenyTransfer", "cancel", transferId, code, TransferStatus.Denied, cancellationToken);

    private async Task<Transfer> TransitAsync(string operation, string transition, string transferId, string? code, TransferStatus status,
        CancellationToken cancellationToken)
    {
        var iri = api.IriBuilder.Of("signature_requests", transferId);
        var body = new Dictionary<string, object?> { ["transition"] = transition };
        if (code is not null)
        {
            body.Add("code", code);
        }

        using var answer = await calls.SendAsync(
            calls.Follow(operation, CallKind.Change, HttpMethod.Post, iri + "/transitions",
                "{clientToken}/signature_requests/{id}/transitions", JsonTree.Write(body)), cancellationToken).ConfigureAwait(false);
        return TransferResponse.ReadTransition(answer, iri, status);
    }

    private string ContactIri(string id) => api.IriBuilder.Of("contacts", id);

    private static ApiException Refused(string operation, ApiErrorKind kind, string message) =>
        new(kind, message) { Api = ApiService.Resamania, Operation = operation };
}
