namespace TrainingApis.Sandbox.Resamania;

/// <summary>A prospect's transfer to another club, which waits for the code that the prospect was sent.</summary>
internal sealed class ResamaniaTransfer
{
    public ResamaniaTransfer(long id, long contactId, long clubId, string code) => (Id, ContactId, ClubId, Code) = (id, contactId, clubId, code);

    public long Id { get; }

    public long ContactId { get; }

    public long ClubId { get; }

    public string Code { get; }

    /// <summary><c>pending</c>, <c>validated</c> or <c>canceled</c>.</summary>
    public string State { get; set; } = "pending";

    /// <summary>The contact in the new club; null until validated.</summary>
    public long? ResultTargetId { get; set; }
}
