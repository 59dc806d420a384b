using TrainingApis.Resamania;

namespace TrainingApis.Clients.Resamania;

/// <summary>Determines what the online registration of a person needs, as the guide of the vendor describes it. It only reads.</summary>
/// <param name="api">The connection.</param>
/// <param name="client">The client that reads contacts.</param>
/// <param name="registration">The registration.</param>
internal sealed class RegistrationPlanner(ResamaniaApi api, ResamaniaContactClient client, OnlineRegistrationRequest registration)
{
    private readonly string _email = registration.Email?.Trim() is { Length: > 0 } email ? email
        : throw new ApiException(ApiErrorKind.InvalidArgument, "The registration needs an e-mail address.");

    private readonly string? _clubIri = registration.ClubId is { } club ? api.IriOf("clubs", club) : api.ClubId;

    /// <summary>Determines the outcome and the requests that it needs.</summary>
    /// <param name="network">Whether the whole chain is searched.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public async Task<RegistrationPlan> PlanAsync(bool network, CancellationToken cancellationToken)
    {
        _ = api.CreateRequest(ResamaniaOperations.RegisterContact, registration); // Invalid IDs are reported before anything is read.
        var found = await client.FindClubContactsAsync(_email, _clubIri, cancellationToken).ConfigureAwait(false);
        var own = found.Where(HasEmail).FirstOrDefault(contact => IsOfClub(contact) ?? true);
        var others = Array.Empty<Contact>();
        if (own is null && network)
        {
            var all = await SearchNetworkAsync(cancellationToken).ConfigureAwait(false);
            own = all.FirstOrDefault(contact => IsOfClub(contact) == true);
            others = all.Where(HasEmail).GroupBy(contact => contact.Iri).Select(contact => contact.First()).ToArray();
        }

        if (own is not null)
        {
            return MigrationCheck.Is(own.State, "temp")
                ? throw Impossible($"{Name(own)} has this e-mail address and is temporary.")
                : Plan(RegistrationOutcome.AlreadyRegistered, own);
        }

        if (others.Length == 0)
        {
            return Plan(RegistrationOutcome.Created, null);
        }

        await CheckMoveAsync(others, cancellationToken).ConfigureAwait(false);
        return Plan(RegistrationOutcome.Moved, others[0]);
    }

    private static string Name(Contact contact) => $"contact {contact.Id} of {ClubName(contact.ClubId)}";

    private static string ClubName(string? iri) => iri is null ? "an unknown club" : $"club {ResamaniaIri.IdOf(iri)}";

    private static string NameWithState(Contact contact) => $"{Name(contact)} ({contact.State ?? "state not shown"})";

    private RegistrationPlan Plan(RegistrationOutcome outcome, Contact? contact) =>
        new() { Outcome = outcome, ClubId = _clubIri, Contact = contact };

    // It is inferred that the vendor compares complete addresses, so a contact with another address does not match. Results of the chain
    // contain no address.
    private bool HasEmail(Contact contact) =>
        contact.Email is null || contact.Email.Equals(_email, StringComparison.OrdinalIgnoreCase);

    /// <summary>Gets whether a contact belongs to the club; null if this is unknown.</summary>
    private bool? IsOfClub(Contact contact) =>
        contact.ClubId is null || _clubIri is null ? null : ResamaniaIri.IdOf(contact.ClubId) == ResamaniaIri.IdOf(_clubIri);

    private async Task<IReadOnlyList<Contact>> SearchNetworkAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await client.FindContactsAsync(_email, network: true, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException error) when (error.Kind == ApiErrorKind.Forbidden)
        {
            throw error.With(error.Kind, $"{error.Message} This connection must not search the whole chain. Ask Resamania to allow it, or "
                + "omit -Network to search the club only. Nothing was sent.");
        }
        catch (ApiException error) when (error.Kind == ApiErrorKind.NotFound)
        {
            throw error.With(error.Kind, $"{error.Message} The search of the chain needs -ClubId and -NetworkNodeId of Connect-Resamania. "
                + "Nothing was sent.");
        }
    }

    /// <summary>Throws if the vendor would refuse the move, or if something that the move needs is missing.</summary>
    private async Task CheckMoveAsync(IReadOnlyList<Contact> found, CancellationToken cancellationToken)
    {
        if (found.Count > 1)
        {
            throw Impossible($"{found.Count} contacts of other clubs have this e-mail address, so it is not clear which one to move: "
                + $"{string.Join(", ", found.Select(NameWithState))}.");
        }

        var source = found[0];
        if (!MigrationCheck.Is(source.State, "prospect"))
        {
            throw Impossible($"{NameWithState(source)} has this e-mail address, and only a prospect can be moved.");
        }

        if (!api.CanActAsContact)
        {
            throw Impossible($"the person is {NameWithState(source)} and must be moved, which needs -ContactCredential of the connection.");
        }

        if (registration.TargetContactId is null && registration.TemporaryEmail is null)
        {
            throw Impossible($"the person is {NameWithState(source)} and must be moved into a temporary contact of {ClubName(_clubIri)}. "
                + "Add the ID of this temporary contact as -TargetContactId, or add -TemporaryEmail to create one.");
        }

        if (registration.TargetContactId is { } id)
        {
            var target = await client.GetContactAsync(id, _clubIri, cancellationToken).ConfigureAwait(false);
            if (MigrationCheck.Find(source, target, _clubIri) is { } problem)
            {
                throw Impossible(problem);
            }
        }
    }

    private ApiException Impossible(string what) => ResamaniaOperations.RegisterContact.CreateError(
        ApiErrorKind.PreconditionFailed, RequestMembers.Of(registration), $"{what} Nothing was sent.");
}
