namespace TrainingApis.Sandbox.Resamania;

/// <summary>Whom a token stands for: a server, a club or a member.</summary>
internal sealed class ResamaniaIdentity
{
    public ResamaniaIdentity(ResamaniaAccount account, string grant, long? clubId = null, long? contactId = null)
    {
        (Account, Grant, ClubId, ContactId) = (account, grant, clubId, contactId);
    }

    public ResamaniaAccount Account { get; }

    public string Grant { get; }

    /// <summary>The club of the club grant.</summary>
    public long? ClubId { get; }

    /// <summary>The contact that the contact and password grants act as.</summary>
    public long? ContactId { get; }

    public bool IsAnonymous => Grant == ResamaniaGrant.ClientCredentials;

    public bool IsMember => ContactId != null;
}
