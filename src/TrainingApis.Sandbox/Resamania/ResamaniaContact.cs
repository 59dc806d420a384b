namespace TrainingApis.Sandbox.Resamania;

/// <summary>A person that a club knows.</summary>
internal sealed class ResamaniaContact
{
    public ResamaniaContact(long id, long clubId, bool isSeeded) => (Id, Number, ClubId, IsSeeded) = (id, "C" + id, clubId, isSeeded);

    public long Id { get; }

    public string Number { get; set; }

    public long ClubId { get; }

    /// <summary>True for those that every sandbox starts with.</summary>
    public bool IsSeeded { get; }

    public string? FamilyName { get; set; }

    public string? GivenName { get; set; }

    /// <summary>As <c>yyyy-MM-dd</c>.</summary>
    public string? BirthDate { get; set; }

    public string? Email { get; set; }

    public string? Gender { get; set; }

    public string? Mobile { get; set; }

    public string? Landline { get; set; }

    public string State { get; set; } = "prospect";

    public long? SourceId { get; set; }

    public ResamaniaAddressData? Address { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime UpdatedAt { get; set; }

    /// <summary>The contact that took its place in another club; null while it is where it was.</summary>
    public long? MigratedTo { get; set; }

    /// <summary>A copy to change: it takes the contact's place only where nothing is wrong with it.</summary>
    public ResamaniaContact Copy()
    {
        var copy = (ResamaniaContact)MemberwiseClone();
        copy.Address = Address?.Copy();
        return copy;
    }

    /// <summary>Becomes the prospect that another contact was: all that is known of the person comes along, and the person's number.</summary>
    public void TakeOver(ResamaniaContact source, DateTime now)
    {
        (Number, FamilyName, GivenName, BirthDate, Email, Gender) = (source.Number, source.FamilyName, source.GivenName, source.BirthDate, source.Email, source.Gender);
        (Mobile, Landline, SourceId, Address) = (source.Mobile, source.Landline, source.SourceId, source.Address ?? Address);
        (State, UpdatedAt, source.MigratedTo) = ("prospect", now, Id);
    }
}
