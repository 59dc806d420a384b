using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;
using static TrainingApis.Sandbox.Resamania.ResamaniaAudience;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Represents the servers of Resamania behind their gateway, with one brand: a chain of clubs.</summary>
internal sealed class ResamaniaVendor
{
    private readonly Router<ResamaniaOperation> _routes = new(StringComparison.Ordinal)
    {
        // The documents show two paths for each of these two operations.
        { "Token", "POST {clientToken}/oauth/v2/token", ResamaniaOperation.Token },
        { "Token", "POST oauth/v2/token", ResamaniaOperation.Token },
        { "UpdateSale", "PUT {clientToken}/sales/{id}/update_contact", new(All, true, ResamaniaSales.UpdateContact) },
        { "UpdateSale", "PUT {clientToken}/sale/{id}/update_contact", new(All, true, ResamaniaSales.UpdateContact) },
        { "CreateSale", "POST {clientToken}/sales", new(All, true, ResamaniaSales.Create) },
        { "ListContacts", "GET {clientToken}/contacts", new(Servers, true, ResamaniaContacts.List) },
        { "SearchNetwork", "GET {clientToken}/network/contact_search", new(Servers, true, ResamaniaContacts.SearchNetwork) },
        { "ReadContact", "GET {clientToken}/contacts/{id}", new(All, true, ResamaniaContacts.Read) },
        { "CreateContact", "POST {clientToken}/contacts", new(Servers, true, ResamaniaContacts.Create) },
        { "UpdateContact", "PUT {clientToken}/contacts/{id}", new(All, true, ResamaniaContacts.Update) },
        { "MigrateContact", "PUT {clientToken}/contacts/{id}/migrate", new(Contacts, true, ResamaniaMoves.Migrate) },
        { "RequestTransfer", "POST {clientToken}/contact_migration_requests", new(Servers, true, ResamaniaMoves.RequestTransfer) },
        { "DecideTransfer", "POST {clientToken}/signature_requests/{id}/transitions", new(Servers, true, ResamaniaMoves.Decide) },
        { "Sources", "GET {clientToken}/referentials/sources", new(All, false, ResamaniaReferences.ListSources) },
        { "ReadSource", "GET {clientToken}/referentials/sources/{id}", new(All, false, ResamaniaReferences.ReadSource) },
        { "CreateSource", "POST {clientToken}/referentials/sources", new(Servers, false, ResamaniaReferences.CreateSource) },
        { "ListClubs", "GET {clientToken}/clubs", new(All, false, ResamaniaReferences.ListClubs) },
        { "ReadClub", "GET {clientToken}/clubs/{id}", new(All, false, ResamaniaReferences.ReadClub) },
        { "ListNetworkClubs", "GET {clientToken}/network/clubs", new(All, true, ResamaniaReferences.ListClubs) },
        { "ReadNetworkClub", "GET {clientToken}/network/clubs/{id}", new(All, true, ResamaniaReferences.ReadClub) },
        { "ListNodes", "GET {clientToken}/network_nodes", new(All, false, ResamaniaReferences.ListNodes) },
        { "ReadNode", "GET {clientToken}/network_nodes/{id}", new(All, false, ResamaniaReferences.ReadNode) },
    };

    public ResamaniaVendor(int seed) => ResamaniaSampleData.AddTo(Database, seed);

    public ResamaniaSettings Settings { get; } = new();

    /// <summary>Gets the tokens. A refresh token can be used only once.</summary>
    public TokenStore<ResamaniaIdentity> Tokens { get; } = new();

    /// <summary>Gets the resources and the changes.</summary>
    public ResamaniaStore Database { get; } = new();

    /// <summary>Gets the gateway. Callers must hold the lock of the database to change it.</summary>
    public ResamaniaGateway Gateway { get; } = new();

    public Response Handle(Request request)
    {
        lock (Database.Lock)
        {
            return Gateway.Handle(
                request, () => Database.Handle(() => HandleBehindGateway(request), errors => ResamaniaErrors.From(errors).Response));
        }
    }

    private Response HandleBehindGateway(Request request)
    {
        var endpoint = _routes.Find(request, out var allowed);
        var clientToken = request.Values.GetValueOrDefault("clientToken");
        if (endpoint?.Handler == ResamaniaOperation.Token && clientToken is null or ResamaniaStore.ClientToken)
        {
            return OAuth.Handle(request, request.Path, Grant);
        }

        if (request.Segments[0] != ResamaniaStore.ClientToken)
        {
            // Checks whether the path exists in the API with the client token in front of it.
            _routes.Find(request with { Path = ResamaniaStore.Iri(request.Path[1..]) }, out allowed);
            throw allowed.Count > 0 ? ResamaniaErrors.NotGranted() : ResamaniaErrors.NotFound();
        }

        if (endpoint is not null)
        {
            return Handle(request, endpoint);
        }

        var refusal = ResamaniaErrors.Create(allowed.Count == 0 ? 404 : 405, $"No route found for \"{request.Method} {request.Path}\"");
        return allowed.Count == 0 ? refusal.Response : refusal.Response.With("Allow", string.Join(", ", allowed));
    }

    private Response Handle(Request request, Endpoint<ResamaniaOperation> endpoint)
    {
        var token = request.BearerToken;
        if (Tokens.Find(token, out var isExpired) is not { } identity)
        {
            var (error, description) = token is null ? ("access_denied", "OAuth2 authentication required")
                : ("invalid_grant", isExpired ? "The access token provided has expired." : "The access token provided is invalid.");
            return OAuth.Error(401, error, description).With("WWW-Authenticate", $"Bearer realm=\"Service\", error=\"{error}\"");
        }

        var audience = identity.ContactId is null ? Servers : Contacts;
        if (!endpoint.Handler.Audience.HasFlag(audience) || Settings.NotGranted.Contains(endpoint.Operation))
        {
            throw ResamaniaErrors.NotGranted();
        }

        var call = new ResamaniaCall(request, endpoint.Operation, Database, identity, Settings);
        call.SetContext(endpoint.Handler.NeedsContext);
        return endpoint.Handler.Handle(call);
    }

    private Response Grant(NameValues form, string grant)
    {
        var account = ResamaniaAccount.All.FirstOrDefault(one => one.ClientId == form.Get("client_id"));
        if (account is null || account.ClientSecret != form.Get("client_secret"))
        {
            return OAuth.Error(400, "invalid_client", "The client credentials are invalid");
        }

        if (grant == GrantType.Refresh)
        {
            var refresh = form.Get("refresh_token") ?? string.Empty;
            var renewed = Tokens.Redeem(refresh, owner => owner.Account == account, once: true);
            return renewed is null ? OAuth.Error(400, "invalid_grant", "Invalid refresh token") : IssueTokens(renewed);
        }

        if (!account.Grants.Contains(grant))
        {
            return grant is GrantType.Anonymous or GrantType.Club or GrantType.Contact
                ? OAuth.Error(400, "unauthorized_client", "The grant type is unauthorized for this client_id")
                : OAuth.Error(400, "unsupported_grant_type", "The grant type is not supported");
        }

        return FindIdentity(form, grant, account) is { } identity
            ? IssueTokens(identity)
            : OAuth.Error(400, "invalid_grant", "Invalid club or contact, or none");
    }

    private ResamaniaIdentity? FindIdentity(NameValues form, string grant, ResamaniaAccount account)
    {
        if (grant == GrantType.Anonymous)
        {
            return new ResamaniaIdentity(account, grant);
        }

        if (grant == GrantType.Club)
        {
            var club = Database["clubs"].Find(form.Get("clubId"));
            return club is null ? null : new ResamaniaIdentity(account, grant, ClubId: ResamaniaStore.Id(club));
        }

        // One document specifies the e-mail address, another one the contact ID.
        var contact = form.Get("email") is { Length: > 0 } email
            ? Database.FindByEmail(email)
            : Database["contacts"].Find(form.Get("contactId"));
        return contact is null ? null : new ResamaniaIdentity(account, grant, ContactId: ResamaniaStore.Id(contact));
    }

    private Response IssueTokens(ResamaniaIdentity identity)
    {
        var json = new JsonObject
        {
            ["access_token"] = Tokens.Issue(identity),
            ["expires_in"] = (int)Tokens.Lifetime.TotalSeconds,
            ["token_type"] = "bearer",
            ["scope"] = null,
        };
        if (identity.Grant != GrantType.Anonymous)
        {
            json["refresh_token"] = Tokens.IssueRefresh(identity);
        }

        return OAuth.Respond(200, json);
    }
}

/// <summary>Provides the names of the OAuth grants of Resamania.</summary>
internal static class GrantType
{
    public const string Anonymous = "client_credentials";
    public const string Club = "http://clubclientcredentials";
    public const string Contact = "http://contactclientcredentials";
    public const string Refresh = "refresh_token";
}

/// <summary>Represents an OAuth client of Resamania.</summary>
/// <param name="ClientId">The client ID.</param>
/// <param name="ClientSecret">The client secret.</param>
/// <param name="Grants">The grants that the client can use. Resamania gives a client with the contact grant no other grant.</param>
internal sealed record ResamaniaAccount(string ClientId, string ClientSecret, IReadOnlyList<string> Grants)
{
    /// <summary>Gets the account that acts for itself or for a club. It is not a secret, because it is valid only in a sandbox.</summary>
    public static ResamaniaAccount Default { get; } = new("sandbox-client", "sandbox-secret", [GrantType.Anonymous, GrantType.Club]);

    /// <summary>Gets the account that acts for a contact.</summary>
    public static ResamaniaAccount Contact { get; } = new("sandbox-contact-client", "sandbox-contact-secret", [GrantType.Contact]);

    public static IReadOnlyList<ResamaniaAccount> All { get; } = [Default, Contact];
}

/// <summary>Represents the identity of an access token: the OAuth client, and the club or the contact for which it acts.</summary>
/// <param name="Account">The OAuth client.</param>
/// <param name="Grant">The grant with which the token was issued.</param>
/// <param name="ClubId">The IRI of the club for a club grant; null for other grants.</param>
/// <param name="ContactId">The IRI of the contact for a contact grant; null for other grants.</param>
internal sealed record ResamaniaIdentity(ResamaniaAccount Account, string Grant, string? ClubId = null, string? ContactId = null);
