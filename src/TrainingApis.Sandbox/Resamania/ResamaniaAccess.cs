namespace TrainingApis.Sandbox.Resamania;

/// <summary>
/// Where the sandbox's Resamania is, who may enter, and what there is to find at first. None of it is a secret: nothing
/// outside a sandbox knows it.
/// </summary>
public static class ResamaniaAccess
{
    /// <summary>Host and environment segment: the segment is part of every address and of no IRI.</summary>
    public const string BaseAddress = "https://sandbox.test/resamania/";

    /// <summary>The key that the gateway asks for on every call, as <c>x-gravitee-api-key</c>.</summary>
    public const string GatewayKey = "sandbox-gateway-key";

    /// <summary>The brand: a chain of clubs in a network.</summary>
    public const string ClientToken = "demoapi";

    /// <summary>The OAuth client for the anonymous and the club grant.</summary>
    public const string ClientId = "sandbox-client";

    /// <summary>Its secret.</summary>
    public const string ClientSecret = "sandbox-secret";

    /// <summary>The second OAuth client: contact and password grant.</summary>
    public const string ContactClientId = "sandbox-contact-client";

    /// <summary>Its secret.</summary>
    public const string ContactClientSecret = "sandbox-contact-secret";

    /// <summary>The password of every member but the temporary ones.</summary>
    public const string MemberPassword = "sandbox-password";

    /// <summary>The club to act for.</summary>
    public const string ClubId = "/demoapi/clubs/1";

    /// <summary>The club that <see cref="ProspectId"/> belongs to.</summary>
    public const string OtherClubId = "/demoapi/clubs/2";

    /// <summary>The node to act from: the root of the network.</summary>
    public const string NetworkNodeId = "/demoapi/network_nodes/1433";

    /// <summary>A prospect of the other club, with a mobile number: the source of a move.</summary>
    public const string ProspectId = "/demoapi/contacts/12345";

    /// <summary>A temporary contact of the club: the target of a move.</summary>
    public const string TempId = "/demoapi/contacts/2";

    /// <summary>Someone who once was a client of the club.</summary>
    public const string OldClientId = "/demoapi/contacts/10296819";

    /// <summary>A prospect of the club itself.</summary>
    public const string KnownEmail = "john+test@email.tld";

    /// <summary>The sale that waits for <see cref="TempId"/>.</summary>
    public const string SaleId = "/demoapi/sales/33";

    /// <summary>A second brand: one club, no network, so no node is asked for.</summary>
    public const string SingleClubToken = "monoclub";

    /// <summary>The OAuth client of the second brand.</summary>
    public const string SingleClubClientId = "sandbox-mono-client";

    /// <summary>Its secret.</summary>
    public const string SingleClubClientSecret = "sandbox-mono-secret";
}
