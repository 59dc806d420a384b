using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Moves prospects into temporary contacts of another club, and refreshes the sales that wait for them.</summary>
[Cmdlet(VerbsCommon.Move, "ResamaniaContact", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = ParameterSets.Object)]
[OutputType(typeof(MigrationResult))]
public sealed class MoveResamaniaContactCommand : ChangeCmdlet<IResamaniaApi, MigrationResult>, IAcceptsInputObject
{
    /// <summary>Gets or sets the prospect to move.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ParameterSets.Object)]
    [InputType(typeof(Contact))]
    public PSObject? InputObject { get; set; }

    /// <summary>The prospect to move, as number or IRI.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        ParameterSetName = ParameterSets.Fields)]
    [Alias("Iri")]
    [ArgumentCompleter(typeof(ContactIdCompleter))]
    [Id]
    public string? SourceContactId { get; set; }

    /// <summary>Gets or sets the temporary contact to move it into, as number or IRI.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ParameterSets.Object)]
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(ContactIdCompleter))]
    [TextField(Trim = true)]
    public string? TargetContactId { get; set; }

    /// <summary>Gets or sets the club to move it to, as number or IRI; the temporary contact's where none is given.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(ClubIdCompleter))]
    [TextField(Trim = true)]
    public string? TargetClubId { get; set; }

    /// <summary>Gets or sets the sale to refresh once it is moved, as number or IRI.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField(Trim = true)]
    public string? SaleId { get; set; }

    /// <summary>Gets or sets the source's e-mail address, where the source cannot be read from this club.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField(Trim = true)]
    public string? SourceEmail { get; set; }

    /// <summary>Gets or sets whether the command leaves it to the vendor to refuse what cannot be moved.</summary>
    [Parameter]
    public SwitchParameter SkipPreconditionCheck { get; set; }

    private protected override Change<MigrationResult> Describe()
    {
        var migration = this.Fill(new ContactMigration { SkipPreconditionCheck = SkipPreconditionCheck }, RequestFields.WithoutEmpty);
        var sale = string.IsNullOrEmpty(SaleId) ? null : SaleId;
        var steps = new MigrationSteps(Api.Contacts(Observer), Api.ClientToken, migration, sale);
        var requests = new List<ChangeRequest> { new(ResamaniaOperations.MigrateContact, migration) };
        if (sale is not null)
        {
            requests.Add(new(ResamaniaOperations.UpdateSale, new SaleUpdate { SaleId = sale }));
        }

        return new Change<MigrationResult>(requests, steps.All);
    }
}

/// <summary>Represents the two requests of a move: the contact, then its sale.</summary>
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
            throw Unfinished(error);
        }

        soFar!.SaleUpdated = true;
        soFar.FromJournal = false; // this part of it was sent just now
        return soFar;
    }

    private static Task<MigrationResult> Refreshed(MigrationResult? soFar, string? reference, CancellationToken cancellation)
    {
        soFar!.SaleUpdated = true;
        return Task.FromResult(soFar);
    }

    /// <summary>The same error, which says too what was done and what is left to do.</summary>
    private ApiException Unfinished(ApiException error) => new(
        error.Kind, $"The contact {migration.SourceContactId} was moved, but the sale was not refreshed: {error.Message} Finish with: "
            + $"Update-ResamaniaSale -SaleId {sale}", error)
    {
        StatusCode = error.StatusCode,
        Code = error.Code,
        Reason = error.Reason,
        RequestId = error.RequestId,
        FieldErrors = error.FieldErrors,
        Api = error.Api,
        Operation = error.Operation,
    };
}
