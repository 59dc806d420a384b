using TrainingApis.Cmdlets.Changes;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Represents the two requests of a move: the contact, then the sale.</summary>
internal sealed class MigrationSteps(IResamaniaContactClient client, string clientToken, ContactMigration migration, string? sale)
{
    private readonly string? _saleIri = sale is null ? null : ResamaniaIri.Of(clientToken, "sales", sale);

    public IReadOnlyList<ChangeStep<MigrationResult>> All
    {
        get
        {
            var migrate = new ChangeStep<MigrationResult>("migrate", MigrateAsync, result => result.TargetContactId, Migrated);
            return sale is null ? [migrate]
                : [migrate, new ChangeStep<MigrationResult>("sale", RefreshAsync, result => result.SaleId, Refreshed)];
        }
    }

    private async Task<MigrationResult> MigrateAsync(MigrationResult? soFar, CancellationToken cancellation)
    {
        var result = await client.MigrateContactAsync(migration, cancellation).ConfigureAwait(false);
        result.SaleId = _saleIri;
        return result;
    }

    private Task<MigrationResult> Migrated(MigrationResult? soFar, string? reference, CancellationToken cancellation) =>
        Task.FromResult(new MigrationResult
        {
            SourceContactId = ResamaniaIri.Of(clientToken, "contacts", migration.SourceContactId),
            TargetContactId = reference,
            TargetClubId = migration.TargetClubId is { } club ? ResamaniaIri.Of(clientToken, "clubs", club) : null,
            SaleId = _saleIri,
            Migrated = true,
            FromJournal = true,
        });

    private async Task<MigrationResult> RefreshAsync(MigrationResult? soFar, CancellationToken cancellation)
    {
        try
        {
            await client.UpdateSaleAsync(new SaleUpdate { SaleId = sale! }, cancellation).ConfigureAwait(false);
        }
        catch (ApiException error)
        {
            throw error.With(error.Kind, $"The contact {migration.SourceContactId} was moved, but the sale was not refreshed: "
                + $"{error.Message} Finish with: Update-ResamaniaSale -SaleId {sale}");
        }

        soFar!.SaleUpdated = true;
        soFar.FromJournal = false; // this part was sent in this run
        return soFar;
    }

    private static Task<MigrationResult> Refreshed(MigrationResult? soFar, string? reference, CancellationToken cancellation)
    {
        soFar!.SaleUpdated = true;
        return Task.FromResult(soFar);
    }
}
