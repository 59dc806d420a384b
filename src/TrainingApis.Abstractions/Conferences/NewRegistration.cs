namespace TrainingApis.Conferences;

/// <summary>A registration to make. What is null is not sent.</summary>
public sealed class NewRegistration
{
    /// <summary>Who is registered: the id of a client in the vendor's CRM, who must exist.</summary>
    public string ClientId { get; set; } = string.Empty;

    /// <summary>For how many; the vendor's default is 1.</summary>
    public int? Seats { get; set; }

    /// <summary><see cref="RegistrationStatus.Accepted"/> or <see cref="RegistrationStatus.WaitingList"/>.</summary>
    public RegistrationStatus? Status { get; set; }

    /// <summary>The items of the form, each a dictionary of wire name (<c>id</c>, <c>value</c>, <c>values</c>) to plain value.</summary>
    public IReadOnlyList<object?>? Form { get; set; }
}
