namespace TrainingApis.Conferences;

/// <summary>What to change of a registration. What is null is not sent, and stays as it is.</summary>
public sealed class RegistrationChange
{
    /// <summary>Another client in the vendor's CRM.</summary>
    public string? ClientId { get; set; }

    /// <summary>For how many.</summary>
    public int? Seats { get; set; }

    /// <summary><see cref="RegistrationStatus.Accepted"/> or <see cref="RegistrationStatus.WaitingList"/>.</summary>
    public RegistrationStatus? Status { get; set; }

    /// <summary>The items of the form, each a dictionary of wire name (<c>id</c>, <c>value</c>, <c>values</c>) to plain value.</summary>
    public IReadOnlyList<object?>? Form { get; set; }
}
