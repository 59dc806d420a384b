using TrainingApis.Resamania;

namespace TrainingApis.Clients.Resamania;

/// <summary>
/// Finds the reasons for which the vendor would refuse a move. The glossary of the vendor's page has the two states in the wrong order; its
/// reminder and its example agree that the source is the prospect and the target is the temporary contact.
/// </summary>
internal static class MigrationCheck
{
    /// <summary>Gets what is wrong, with the values that were found; null if nothing is wrong.</summary>
    public static string? Find(Contact source, Contact target, string? clubIri)
    {
        if (!Is(source.State, "prospect"))
        {
            return $"The source {source.Iri} must be a prospect, but its state is {source.State ?? "not shown"}.";
        }

        if (!Is(target.State, "temp"))
        {
            return $"The target {target.Iri} must be temp, but its state is {target.State ?? "not shown"}.";
        }

        if (source.ClubId is not null && source.ClubId == target.ClubId)
        {
            return $"Source and target must be in different clubs, but both are in {source.ClubId}.";
        }

        return clubIri is not null && target.ClubId is not null && clubIri != target.ClubId
            ? $"The target club must be that of the target, which is {target.ClubId}, but {clubIri} was given."
            : null;
    }

    /// <summary>Gets whether a state is the required one.</summary>
    public static bool Is(string? state, string wanted) => wanted.Equals(state?.Trim(), StringComparison.OrdinalIgnoreCase);
}
