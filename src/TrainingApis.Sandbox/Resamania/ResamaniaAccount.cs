namespace TrainingApis.Sandbox.Resamania;

/// <summary>An OAuth client that the sandbox's Resamania knows.</summary>
public sealed class ResamaniaAccount
{
    /// <summary>Makes an account.</summary>
    /// <param name="clientId">The client's id.</param>
    /// <param name="clientSecret">The client's secret.</param>
    /// <param name="clientToken">The brand that it belongs to.</param>
    /// <param name="grants">The vendor's words for the grants that it may use. One with the contact grant has no broader one at the vendor's.</param>
    public ResamaniaAccount(string clientId, string clientSecret, string clientToken, IReadOnlyList<string> grants)
    {
        (ClientId, ClientSecret, ClientToken, Grants) = (clientId, clientSecret, clientToken, grants);
    }

    /// <summary>The client's id.</summary>
    public string ClientId { get; }

    /// <summary>The client's secret.</summary>
    public string ClientSecret { get; }

    /// <summary>The brand that it belongs to.</summary>
    public string ClientToken { get; }

    /// <summary>The grants that it may use.</summary>
    public IReadOnlyList<string> Grants { get; }

    /// <summary>The accounts that every sandbox starts with. Nothing outside a sandbox knows them.</summary>
    internal static IReadOnlyList<ResamaniaAccount> Defaults { get; } = new ResamaniaAccount[]
    {
        new(ResamaniaAccess.ClientId, ResamaniaAccess.ClientSecret, ResamaniaAccess.ClientToken, new[] { ResamaniaGrant.ClientCredentials, ResamaniaGrant.Club }),
        new(ResamaniaAccess.ContactClientId, ResamaniaAccess.ContactClientSecret, ResamaniaAccess.ClientToken, new[] { ResamaniaGrant.Contact, ResamaniaGrant.Password, ResamaniaGrant.AuthorizationCode }),
        new(ResamaniaAccess.SingleClubClientId, ResamaniaAccess.SingleClubClientSecret, ResamaniaAccess.SingleClubToken, new[] { ResamaniaGrant.ClientCredentials, ResamaniaGrant.Club }),
    };
}
