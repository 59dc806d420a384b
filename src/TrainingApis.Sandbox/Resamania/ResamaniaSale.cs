namespace TrainingApis.Sandbox.Resamania;

/// <summary>A sale, with its own copy of what it needs to know of the contact.</summary>
internal sealed class ResamaniaSale
{
    public ResamaniaSale(long id, long clubId, string? clubCode, DateTime createdAt, bool isSeeded)
    {
        (Id, ClubId, ClubCode, CreatedAt, IsSeeded) = (id, clubId, clubCode, createdAt, isSeeded);
    }

    public long Id { get; }

    public long ClubId { get; }

    public string? ClubCode { get; }

    public DateTime CreatedAt { get; }

    public bool IsSeeded { get; }

    public long ContactId { get; set; }

    public string? ContactNumber { get; set; }

    public string? ContactFamilyName { get; set; }

    public string? ContactGivenName { get; set; }

    public ResamaniaAddressData? Address { get; set; }

    public string State { get; set; } = "draft";

    public string Channel { get; set; } = "web";

    public string? InvoiceId { get; set; }

    /// <summary>The articles as they were sent: JSON.</summary>
    public List<string> Articles { get; } = new();

    /// <summary>Copies again what the sale keeps of its contact.</summary>
    public void Refresh(ResamaniaContact contact)
    {
        (ContactId, ContactNumber, ContactFamilyName, ContactGivenName) = (contact.Id, contact.Number, contact.FamilyName, contact.GivenName);
    }
}
