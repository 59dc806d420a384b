using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Describes what an online registration would send.</summary>
/// <param name="targetIri">The specified temporary contact; null if one is created.</param>
/// <param name="saleIri">The pending sale of the contact; null for none.</param>
/// <param name="hasTemporary">Whether an earlier run created the temporary contact.</param>
internal sealed class RegistrationText(string? targetIri, string? saleIri, bool hasTemporary)
{
    /// <summary>Gets the name of a resource: <c>contact 12345</c>.</summary>
    public static string Name(string noun, string? iri) => $"{noun} {ResamaniaIri.IdOf(iri ?? string.Empty)}";

    /// <summary>Describes the remaining request after the move.</summary>
    public string OfSale() => $"refresh the contact of {Name("sale", saleIri)}";

    /// <summary>Describes the requests of a plan.</summary>
    public string Of(RegistrationPlan plan)
    {
        var club = plan.ClubId is null ? "the club" : Name("club", plan.ClubId);
        return plan.Outcome switch
        {
            RegistrationOutcome.AlreadyRegistered =>
                $"nothing to send, {Name("contact", plan.Contact!.Iri)} of {club} has this e-mail address",
            RegistrationOutcome.Created => $"create a prospect in {club}",
            _ => (targetIri is null && !hasTemporary ? $"create a temporary contact in {club}, then " : string.Empty)
                + $"move {Name("contact", plan.Contact!.Iri)}"
                + (plan.Contact.ClubId is { } source ? $" of {Name("club", source)}" : string.Empty)
                + $" into {(targetIri is null ? "the temporary contact" : Name("contact", targetIri))}"
                + (saleIri is null ? string.Empty : $", then {OfSale()}"),
        };
    }
}
