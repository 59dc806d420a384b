using TrainingApis.Cmdlets.Changes;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>
/// Provides the steps of an online registration. The steps to send depend on the contact with the e-mail address: one step that creates the
/// contact, or up to three steps that move a prospect of another club. The e-mail address is searched once, when the change is sent.
/// </summary>
/// <param name="api">The connection.</param>
/// <param name="client">The client that reads and changes contacts.</param>
/// <param name="registration">The registration.</param>
/// <param name="network">Whether the whole chain is searched.</param>
/// <param name="hasJournal">Whether the steps are written to a journal.</param>
internal sealed class RegistrationSteps(
    IResamaniaApi api, IResamaniaContactClient client, OnlineRegistrationRequest registration, bool network, bool hasJournal)
{
    private const string Create = "create";
    private const string Temporary = "temporary";
    private const string Migrate = "migrate";
    private const string Sale = "sale";

    private readonly string? _clubIri = Iri("clubs", registration.ClubId, api) ?? api.ClubId;
    private readonly string? _targetIri = Iri("contacts", registration.TargetContactId, api);
    private readonly string? _saleIri = Iri("sales", registration.SaleId, api);
    private RegistrationPlan? _plan;

    public Change<OnlineRegistration> ToChange()
    {
        var steps = new List<ChangeStep<OnlineRegistration>>
        {
            new(Create, CreateAsync, done => done.ContactId,
                (_, id, _) => Replay(Of(RegistrationOutcome.Created), done => (done.ContactId, done.FromJournal) = (id, true)),
                FindCreatedAsync)
            {
                Prepare = PrepareAsync,
            },
        };
        if (_targetIri is null && registration.TemporaryEmail is not null)
        {
            steps.Add(new(Temporary, CreateTemporaryAsync, done => done.ContactId,
                (soFar, id, _) => Replay(soFar!, done => done.ContactId = id), FindTemporaryAsync)
            {
                Prepare = PrepareMoveAsync,
                IsPreparatory = true,
            });
        }

        steps.Add(new(Migrate, MigrateAsync, done => done.SourceContactId,
            (soFar, id, _) => Replay(soFar!, done => (done.SourceContactId, done.FromJournal) = (id, true)), FindMigratedAsync)
        {
            Prepare = PrepareMoveAsync,
        });
        if (_saleIri is not null)
        {
            steps.Add(new(Sale, RefreshSaleAsync, done => done.SaleId,
                (soFar, _, _) => Replay(soFar!, done => done.SaleUpdated = true))
            {
                Prepare = SkipUnlessMovedAsync,
            });
        }

        var change = new Change<OnlineRegistration>([new(ResamaniaOperations.RegisterContact, registration)], steps)
        {
            IsComplete = sent => sent.Contains(Create) || (sent.Contains(Migrate) && (_saleIri is null || sent.Contains(Sale))),
        };
        return change with
        {
            Preview = async (begun, cancellation) =>
            {
                var text = new RegistrationText(_targetIri, _saleIri, hasTemporary: begun.Contains(Temporary));
                return $"{change.Description}: " + (begun.Contains(Migrate)
                    ? text.OfSale()
                    : text.Of(await PlanAsync(cancellation).ConfigureAwait(false)));
            },
        };
    }

    private static string? Iri(string collection, string? id, IResamaniaApi api) =>
        id is null ? null : ResamaniaIri.Of(api.ClientToken, collection, id);

    /// <summary>Adds the data of an earlier run to the current result.</summary>
    private static Task<OnlineRegistration> Replay(OnlineRegistration soFar, Action<OnlineRegistration> add)
    {
        add(soFar);
        return Task.FromResult(soFar);
    }

    private static Task<OnlineRegistration?> SkipUnlessMovedAsync(
        OnlineRegistration? soFar, IReadOnlyCollection<string> begun, CancellationToken cancellation) =>
        Task.FromResult(soFar!.Outcome == RegistrationOutcome.Moved ? null : soFar);

    private OnlineRegistration Of(RegistrationOutcome outcome, Contact? contact = null) => new()
    {
        Outcome = outcome,
        ContactId = outcome == RegistrationOutcome.Moved ? _targetIri : contact?.Iri,
        ClubId = (outcome == RegistrationOutcome.Moved ? null : contact?.ClubId) ?? _clubIri,
        SourceContactId = outcome == RegistrationOutcome.Moved ? contact?.Iri : null,
        SaleId = _saleIri,
    };

    private async Task<RegistrationPlan> PlanAsync(CancellationToken cancellation) =>
        _plan ??= await client.PlanRegistrationAsync(registration, network, cancellation).ConfigureAwait(false);

    /// <summary>
    /// Determines which steps are sent. A move that an earlier run started is continued, because after the move the club itself has the
    /// e-mail address.
    /// </summary>
    private async Task<OnlineRegistration?> PrepareAsync(
        OnlineRegistration? soFar, IReadOnlyCollection<string> begun, CancellationToken cancellation)
    {
        if (begun.Contains(Temporary) || begun.Contains(Migrate))
        {
            return Of(RegistrationOutcome.Moved);
        }

        var plan = await PlanAsync(cancellation).ConfigureAwait(false);
        return plan.Outcome == RegistrationOutcome.Created ? null : Of(plan.Outcome, plan.Contact);
    }

    private async Task<OnlineRegistration> CreateAsync(OnlineRegistration? soFar, CancellationToken cancellation)
    {
        var fields = registration.ToContact(registration.Email, ContactState.Prospect);
        var contact = await client.CreateContactAsync(fields, skipExistenceCheck: true, cancellation).ConfigureAwait(false);
        return Of(RegistrationOutcome.Created, contact);
    }

    private async Task<OnlineRegistration?> FindCreatedAsync(OnlineRegistration? soFar, CancellationToken cancellation)
    {
        var plan = await PlanAsync(cancellation).ConfigureAwait(false);
        if (plan.Outcome != RegistrationOutcome.AlreadyRegistered)
        {
            return null;
        }

        var created = Of(RegistrationOutcome.Created, plan.Contact);
        created.FromJournal = true;
        return created;
    }

    private async Task<OnlineRegistration> CreateTemporaryAsync(OnlineRegistration? soFar, CancellationToken cancellation)
    {
        var fields = registration.ToContact(registration.TemporaryEmail, ContactState.Temp);
        return Into(soFar!, await client.CreateContactAsync(fields, skipExistenceCheck: true, cancellation).ConfigureAwait(false));
    }

    private async Task<OnlineRegistration?> FindTemporaryAsync(OnlineRegistration? soFar, CancellationToken cancellation)
    {
        var email = registration.TemporaryEmail!;
        var found = await client.FindClubContactsAsync(email, _clubIri, cancellation).ConfigureAwait(false);
        var temporary = found.FirstOrDefault(contact => contact.State == "temp"
            && (contact.Email is null || contact.Email.Equals(email, StringComparison.OrdinalIgnoreCase)));
        return temporary is null ? null : Into(soFar!, temporary);
    }

    private OnlineRegistration Into(OnlineRegistration soFar, Contact temporary)
    {
        (soFar.ContactId, soFar.ClubId) = (temporary.Iri, temporary.ClubId ?? _clubIri);
        return soFar;
    }

    /// <summary>Finds the prospect again if an earlier run started to move it.</summary>
    private async Task<OnlineRegistration?> PrepareMoveAsync(
        OnlineRegistration? soFar, IReadOnlyCollection<string> begun, CancellationToken cancellation)
    {
        if (soFar!.Outcome != RegistrationOutcome.Moved)
        {
            return soFar;
        }

        var plan = await PlanAsync(cancellation).ConfigureAwait(false);
        if (plan.Outcome == RegistrationOutcome.Moved)
        {
            return null;
        }

        var now = plan.Contact is { } contact ? $"{NameOf(contact.Iri)} of this club has this e-mail address"
            : network ? "no contact of the chain has this e-mail address"
            : "the chain is not searched without -Network";
        throw ResamaniaOperations.RegisterContact.CreateError(ApiErrorKind.PreconditionFailed, RequestMembers.Of(registration),
            $"an earlier run began to move a prospect of another "
                + $"club{(soFar.ContactId is null ? string.Empty : $" into {NameOf(soFar.ContactId)}")}, "
                + $"but {now}. Nothing was sent.");
    }

    private async Task<OnlineRegistration> MigrateAsync(OnlineRegistration? soFar, CancellationToken cancellation)
    {
        var source = _plan!.Contact!;
        try
        {
            var moved = await client.MigrateContactAsync(
                new ContactMigration
                {
                    SourceContactId = source.Iri,
                    TargetContactId = soFar!.ContactId!,
                    TargetClubId = soFar.ClubId,
                    SourceEmail = registration.Email,
                    SkipPreconditionCheck = true, // the plan includes this check
                },
                cancellation).ConfigureAwait(false);
            (soFar.SourceContactId, soFar.ClubId, soFar.FromJournal) = (moved.SourceContactId, moved.TargetClubId, false);
            return soFar;
        }
        catch (ApiException error) when (_targetIri is null)
        {
            throw error.With(error.Kind, $"{error.Message} The temporary {NameOf(soFar!.ContactId)} was created. "
                + (hasJournal ? "Run the same command again with the same -Journal to continue."
                    : $"To continue, run the same command again with -TargetContactId {ResamaniaIri.IdOf(soFar.ContactId!)}."));
        }
    }

    /// <summary>Determines by the e-mail address whether a move with an unknown outcome happened.</summary>
    private async Task<OnlineRegistration?> FindMigratedAsync(OnlineRegistration? soFar, CancellationToken cancellation)
    {
        var plan = await PlanAsync(cancellation).ConfigureAwait(false);
        if (plan.Outcome != RegistrationOutcome.AlreadyRegistered || NameOf(plan.Contact!.Iri) != NameOf(soFar!.ContactId))
        {
            return null;
        }

        (soFar.ClubId, soFar.FromJournal) = (plan.Contact.ClubId ?? soFar.ClubId, true);
        return soFar;
    }

    private async Task<OnlineRegistration> RefreshSaleAsync(OnlineRegistration? soFar, CancellationToken cancellation)
    {
        try
        {
            await client.UpdateSaleAsync(new SaleUpdate { SaleId = registration.SaleId! }, cancellation).ConfigureAwait(false);
        }
        catch (ApiException error)
        {
            throw error.With(error.Kind, $"The person was moved into {NameOf(soFar!.ContactId)} of this club, but the sale was not "
                + $"refreshed: {error.Message} Finish with: Update-ResamaniaSale -SaleId {registration.SaleId}");
        }

        (soFar!.SaleUpdated, soFar.FromJournal) = (true, false);
        return soFar;
    }

    private static string NameOf(string? contactIri) => RegistrationText.Name("contact", contactIri);
}
