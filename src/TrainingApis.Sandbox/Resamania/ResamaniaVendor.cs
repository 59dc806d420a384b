using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;
using static TrainingApis.Sandbox.Resamania.ResamaniaAudience;
using static TrainingApis.Sandbox.Resamania.ResamaniaContext;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Represents the servers of Resamania behind their gateway, with one brand: a chain of clubs.</summary>
internal sealed class ResamaniaVendor : IVendor
{
    private static readonly string[] Resources =
    [
        "contacts", "network", "network_nodes", "clubs", "referentials", "sales", "sale", "contact_migration_requests",
        "signature_requests",
    ];

    private readonly Router<ResamaniaOperation> _routes;
    private readonly int _seed;
    private readonly ResamaniaStore _store = new();

    public ResamaniaVendor(SandboxOptions options)
    {
        _seed = options.Seed;
        _routes = new Router<ResamaniaOperation>(StringComparison.Ordinal)
        {
            // The documents show two paths of these two operations.
            { "Token", "POST {clientToken}/oauth/v2/token", new(Public, None, _ => Response.Empty(404)) },
            { "Token", "POST oauth/v2/token", new(Public, None, _ => Response.Empty(404)) },
            { "UpdateSale", "PUT {clientToken}/sales/{id}/update_contact", new(All, Club, ResamaniaSales.UpdateContact) },
            { "UpdateSale", "PUT {clientToken}/sale/{id}/update_contact", new(All, Club, ResamaniaSales.UpdateContact) },
            { "CreateSale", "POST {clientToken}/sales", new(All, Club, ResamaniaSales.Create) },
            { "ReadSale", "GET {clientToken}/sales/{id}", new(All, Club, ResamaniaSales.Read) },
            { "ListContacts", "GET {clientToken}/contacts", new(Servers, Club, ResamaniaContacts.List) },
            { "SearchNetwork", "GET {clientToken}/network/contact_search", new(Servers, Network, ResamaniaContacts.SearchNetwork) },
            { "ReadContact", "GET {clientToken}/contacts/{id}", new(All, Club, ResamaniaContacts.Read) },
            { "CreateContact", "POST {clientToken}/contacts", new(Servers, Club, ResamaniaContacts.Create) },
            { "UpdateContact", "PUT {clientToken}/contacts/{id}", new(All, Club, ResamaniaContacts.Update) },
            { "MigrateContact", "PUT {clientToken}/contacts/{id}/migrate", new(Contacts, Club, ResamaniaMoves.Migrate) },
            { "RequestTransfer", "POST {clientToken}/contact_migration_requests", new(Servers, Club, ResamaniaMoves.RequestTransfer) },
            { "DecideTransfer", "POST {clientToken}/signature_requests/{id}/transitions", new(Servers, Club, ResamaniaMoves.Decide) },
            { "Sources", "GET {clientToken}/referentials/sources", new(All, None, ResamaniaReferences.ListSources) },
            { "ReadSource", "GET {clientToken}/referentials/sources/{id}", new(All, None, ResamaniaReferences.ReadSource) },
            { "CreateSource", "POST {clientToken}/referentials/sources", new(Servers, None, ResamaniaReferences.CreateSource) },
            { "ListClubs", "GET {clientToken}/clubs", new(All, None, ResamaniaReferences.ListClubs) },
            { "ReadClub", "GET {clientToken}/clubs/{id}", new(All, None, ResamaniaReferences.ReadClub) },
            { "ListNetworkClubs", "GET {clientToken}/network/clubs", new(All, Network, ResamaniaReferences.ListNetworkClubs) },
            { "ReadNetworkClub", "GET {clientToken}/network/clubs/{id}", new(All, Network, ResamaniaReferences.ReadNetworkClub) },
            { "ListNodes", "GET {clientToken}/network_nodes", new(All, None, ResamaniaReferences.ListNodes) },
            { "ReadNode", "GET {clientToken}/network_nodes/{id}", new(All, None, ResamaniaReferences.ReadNode) },
        };
        Reset();
    }

    public string Prefix => "resamania";

    public ResamaniaSettings Settings { get; } = new();

    /// <summary>Gets the tokens. A refresh token can be used once.</summary>
    public TokenStore<ResamaniaIdentity> Tokens { get; } = new();

    /// <summary>Gets the resources and the changes.</summary>
    public Database Database => _store.Database;

    /// <summary>Gets the gateway. Hold the database's lock while changing it.</summary>
    public ResamaniaGateway Gateway { get; } = new();

    /// <summary>Moves an operation whose path the documents leave open. With the list of sources move its items.</summary>
    public void Move(string operation, string route)
    {
        _routes.Move(operation, route);
        if (operation.Equals("Sources", StringComparison.OrdinalIgnoreCase))
        {
            var path = route.Split(' ')[1];
            _routes.Move("ReadSource", $"GET {path}/{{id}}");
            _routes.Move("CreateSource", $"POST {path}");
        }
    }

    public Response Handle(Request request)
    {
        lock (Database.Lock)
        {
            return Gateway.Handle(request, () => HandleBehindGateway(request));
        }
    }

    public void Reset()
    {
        lock (Database.Lock)
        {
            Settings.Reset();
            Tokens.Reset();
            Gateway.Reset();
            _routes.Reset();
            Database.Clear();
            ResamaniaSampleData.AddTo(_store, _seed);
        }
    }

    private Response HandleBehindGateway(Request request)
    {
        try
        {
            var matches = _routes.Find(request.Method, request.Segments, out var allowed);
            var isToken = matches is [{ Endpoint.Operation: "Token" }, ..];
            if (request.Segments[0] != ResamaniaStore.ClientToken && !(isToken && matches[0].Values.Count == 0))
            {
                // A path without a client token starts with a resource.
                throw Resources.Contains(request.Segments[0]) ? ResamaniaException.NotGranted() : ResamaniaException.NotFound();
            }

            if (matches.Count > 0)
            {
                return isToken ? HandleToken(request) : Handle(request.Bind(matches[0]), matches[0].Endpoint);
            }

            var status = allowed.Count == 0 ? 404 : 405;
            var response = new ResamaniaException(status, $"No route found for \"{request.Method} /{request.Path}\"").ToResponse(Settings);
            return status == 404 ? response : response.With("Allow", string.Join(", ", allowed));
        }
        catch (ResamaniaException refusal)
        {
            return refusal.ToResponse(Settings);
        }
        catch (SchemaException failure)
        {
            return ResamaniaException.From(failure).ToResponse(Settings);
        }
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
            throw ResamaniaException.NotGranted();
        }

        var call = new ResamaniaCall(request, endpoint.Operation, _store, identity, Settings);
        call.SetContext(endpoint.Handler.Context);
        return endpoint.Handler.Handle(call);
    }

    private Response HandleToken(Request request)
    {
        if (OAuth.ReadForm(request) is not { } form || form.Get("grant_type") is not { Length: > 0 } grant)
        {
            return OAuth.Error(400, "invalid_request", "Invalid grant_type parameter or parameter missing");
        }

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
            var club = _store["clubs"].Find(form.Get("clubId"));
            return club is null ? null : new ResamaniaIdentity(account, grant, ClubId: ResamaniaStore.Id(club));
        }

        var email = Settings.ContactGrantField == ContactGrantField.ContactId ? null : form.Get("email");
        var id = Settings.ContactGrantField == ContactGrantField.Email ? null : form.Get("contactId");
        var contact = email is { Length: > 0 } ? _store.FindByEmail(email) : _store["contacts"].Find(id);
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
        if (identity.Grant != GrantType.Anonymous || Settings.AnonymousRefresh)
        {
            json["refresh_token"] = Tokens.IssueRefresh(identity);
        }

        return OAuth.Respond(200, json);
    }
}
