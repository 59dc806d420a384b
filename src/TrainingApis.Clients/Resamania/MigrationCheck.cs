using TrainingApis.Resamania;

namespace TrainingApis.Clients.Resamania;

/// <summary>
/// What the vendor would refuse a move for. The glossary of the vendor's page has the two states swapped; its reminder and its example
/// agree on this: the source is the prospect, the target the temporary contact.
/// </summary>
internal static class MigrationCheck
{
    /// <summary>What is wrong, with what was found; null where nothing is.</summary>
    public static string? Find(Contact source, Contact? target, string? clubIri, bool onlyWhatIsNeeded)
    {
        if (!onlyWhatIsNeeded && !Is(source.State, "prospect"))
        {
            return $"The source {source.Iri} must be a prospect, but its state is {source.State ?? "not shown"}.";
        }

        if (!onlyWhatIsNeeded && !Is(target!.State, "temp"))
        {
            return $"The target {target.Iri} must be temp, but its state is {target.State ?? "not shown"}.";
        }

        if (!onlyWhatIsNeeded && source.ClubId is not null && source.ClubId == target!.ClubId)
        {
            return $"Source and target must be in different clubs, but both are in {source.ClubId}.";
        }

        if (!onlyWhatIsNeeded && clubIri is not null && target!.ClubId is not null && clubIri != target.ClubId)
        {
            return $"The target club must be that of the target, which is {target.ClubId}, but {clubIri} was given.";
        }

        if (clubIri is null && target!.ClubId is null)
        {
            return $"The target {target.Iri} shows no club, so the target club must be given.";
        }

        return string.IsNullOrWhiteSpace(source.Email) ? $"The source {source.Iri} shows no e-mail, and without one nobody can act as it."
            : null;
    }

    private static bool Is(string? state, string wanted) => wanted.Equals(state?.Trim(), StringComparison.OrdinalIgnoreCase);
}
