using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>Represents the servers of Cegos: tokens, catalogue and registrations.</summary>
internal sealed class CegosVendor
{
    private readonly ConcurrentDictionary<string, CegosAccount> _accounts = new();
    private readonly CegosCatalog _catalog;
    private readonly CegosRegistrations _registrations;

    public CegosVendor(SandboxOptions options)
    {
        _catalog = new CegosCatalog(options);
        _registrations = new CegosRegistrations(_catalog, Settings);
        AddAccount(CegosAccount.Default);
    }

    /// <summary>Gets the access tokens. Each token is for one scope of one account.</summary>
    public TokenStore<CegosGrant> Tokens { get; } = new();

    public CegosSettings Settings { get; } = new();

    /// <summary>Gets the leads, registrations, cancellations and deferrals.</summary>
    public Database Database => _registrations.Database;

    /// <summary>Adds an account, or replaces the account with the same client ID.</summary>
    public void AddAccount(CegosAccount account) => _accounts[account.ClientId] = account;

    /// <summary>Moves an operation to another route. The documents do not specify the HTTP method or path of some operations.</summary>
    public void Move(string operation, string route)
    {
        var router = _catalog.Routes.Any(endpoint => endpoint.Operation.Equals(operation, StringComparison.OrdinalIgnoreCase))
            ? _catalog.Routes
            : _registrations.Routes;
        router.Move(operation, route);
    }

    public Response Handle(Request request) =>
        request.Below("auth") is { } auth ? OAuth.Handle(auth, "/connect/token", Grant)
        : request.Below("catalog") is { } catalog ? Handle(catalog, _catalog.Routes, CegosAccount.CatalogScope)
        : request.Below("registration") is { } registration ? Handle(registration, _registrations.Routes, CegosAccount.RegistrationScope)
        : Response.Empty(404);

    /// <summary>Creates a problem document (RFC 7807), as the web framework of Cegos does.</summary>
    internal static Response Problem(int status, string title, string? detail = null, IEnumerable<SchemaError>? errors = null)
    {
        var byField = errors?.GroupBy(error => error.Path.Length == 0 ? "$" : error.Path, error => error.Message)
            .Select(field => (field.Key, (object?)field.Select(message => $"The {field.Key} field {message}."))).ToArray();
        (string, object?)[] members =
        [
            ("type", "https://tools.ietf.org/html/rfc9110#section-15.5"), ("title", title), ("status", status), ("detail", detail),
            ("errors", byField),
        ];
        return Response.Json(status, json => JsonTree.Write(json, members), "application/problem+json; charset=utf-8");
    }

    private Response Handle(Request request, Router<CegosOperation> routes, string scope)
    {
        if (request.BearerToken is not { } token)
        {
            return Response.Empty(401).With("WWW-Authenticate", "Bearer");
        }

        if (Tokens.Find(token, out _) is not { } grant)
        {
            return Response.Empty(401).With("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        }

        if (grant.Scope != scope)
        {
            return Problem(403, "Forbidden", $"The token lacks the scope {scope}.")
                .With("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
        }

        if (routes.Find(request, out var allowed) is not { Handler: var operation })
        {
            return allowed.Count == 0 ? Response.Empty(404) : Response.MethodNotAllowed(allowed);
        }

        try
        {
            var fields = operation.Fields.Read(request, request.HasFieldsInQuery || request.Method == "GET");
            return operation.Handle(new CegosCall(request, grant.Account.Tenant, fields));
        }
        catch (SchemaException failure)
        {
            return failure.Errors[0].Rule == SchemaRule.MediaType
                ? Problem(415, "Unsupported Media Type")
                : Problem(400, "One or more validation errors occurred.", null, failure.Errors);
        }
    }

    /// <summary>Handles the client credentials grant. The form contains the client ID, the secret and one scope.</summary>
    private Response Grant(NameValues form, string grantType)
    {
        var isKnown = _accounts.TryGetValue(form.Get("client_id") ?? string.Empty, out var account);
        var scope = form.Get("scope") ?? string.Empty;
        var error = !isKnown || account!.ClientSecret != form.Get("client_secret") ? "invalid_client"
            : grantType != "client_credentials" ? "unsupported_grant_type"
            : account.Scopes.Count == 0 ? "unauthorized_client"
            : !CegosAccount.KnownScopes.Contains(scope) || !account.Scopes.Contains(scope) ? "invalid_scope"
            : null;
        return error is not null ? OAuth.Error(400, error) : OAuth.Respond(200, new JsonObject
        {
            ["access_token"] = Tokens.Issue(new CegosGrant(account!, scope)),
            ["expires_in"] = (int)Tokens.Lifetime.TotalSeconds,
            ["token_type"] = "Bearer",
            ["scope"] = scope,
        });
    }
}

/// <summary>Represents an OAuth client of Cegos.</summary>
/// <param name="ClientId">The client ID.</param>
/// <param name="ClientSecret">The client secret.</param>
/// <param name="Tenant">The tenant, whose leads and registrations the account can access.</param>
/// <param name="Scopes">The scopes that the account can request.</param>
internal sealed record CegosAccount(string ClientId, string ClientSecret, string Tenant, IReadOnlyList<string> Scopes)
{
    public const string CatalogScope = "api-cegos";
    public const string RegistrationScope = "api-registration";

    /// <summary>Gets all scopes of Cegos.</summary>
    public static IReadOnlyList<string> KnownScopes { get; } = [CatalogScope, RegistrationScope, "api-document"];

    /// <summary>Gets the default account of every sandbox. It is not a secret, because it is valid only in a sandbox.</summary>
    public static CegosAccount Default { get; } = new("sandbox-client", "sandbox-secret", "sandbox", KnownScopes);
}

/// <summary>Represents the account and the scope of an access token of Cegos.</summary>
internal sealed record CegosGrant(CegosAccount Account, string Scope);

/// <summary>Represents a request whose token and fields were accepted.</summary>
internal sealed record CegosCall(Request Request, string Tenant, RequestBody Fields);

/// <summary>Represents an operation of Cegos: the documented fields of its query (GET) or body, and its handler.</summary>
internal sealed record CegosOperation(ObjectSchema Fields, Func<CegosCall, Response> Handle);

/// <summary>Represents the behaviour that the documents do not specify. Tests change these settings.</summary>
internal sealed class CegosSettings
{
    /// <summary>Gets or sets the HTTP status of a business error (<c>code: ERROR</c>).</summary>
    public int RefusalStatus { get; set; } = 200;

    /// <summary>Gets or sets the number of reads for which a new deferral has the status <c>Scheduled</c>.</summary>
    public int ScheduledReads { get; set; } = 2;
}
