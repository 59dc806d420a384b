using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>Represents the servers of Cegos: tokens, catalogue and registrations.</summary>
internal sealed class CegosVendor : IVendor
{
    private readonly ConcurrentDictionary<string, CegosAccount> _accounts = new();
    private readonly CegosCatalog _catalog;
    private readonly CegosRegistrations _registrations;

    public CegosVendor(SandboxOptions options)
    {
        var seats = new ConcurrentDictionary<int, int>();
        _catalog = new CegosCatalog(options, seats);
        _registrations = new CegosRegistrations(_catalog, seats, Settings);
        AddAccount(CegosAccount.Default);
    }

    public string Prefix => "cegos";

    /// <summary>Gets the access tokens, each for one scope of one account.</summary>
    public TokenStore<CegosGrant> Tokens { get; } = new();

    public CegosSettings Settings { get; } = new();

    /// <summary>Gets the leads, registrations, cancellations and deferrals.</summary>
    public Database Database => _registrations.Database;

    /// <summary>Adds an account, or replaces the one with the same client ID.</summary>
    public void AddAccount(CegosAccount account) => _accounts[account.ClientId] = account;

    /// <summary>Moves an operation whose HTTP method or path the documents leave open.</summary>
    public void Move(string operation, string route)
    {
        var router = _catalog.Routes.Any(endpoint => endpoint.Operation.Equals(operation, StringComparison.OrdinalIgnoreCase))
            ? _catalog.Routes
            : _registrations.Routes;
        router.Move(operation, route);
    }

    public Response Handle(Request request)
    {
        var (auth, catalog, registration) = (request.Below("auth"), request.Below("catalog"), request.Below("registration"));
        return auth is not null ? HandleToken(auth)
            : catalog is not null ? Handle(catalog, _catalog.Routes, CegosAccount.CatalogScope)
            : registration is not null ? Handle(registration, _registrations.Routes, CegosAccount.RegistrationScope)
            : Response.Empty(404);
    }

    public void Reset()
    {
        Tokens.Reset();
        Settings.Reset();
        _accounts.Clear();
        AddAccount(CegosAccount.Default);
        _catalog.Routes.Reset();
        _registrations.Reset();
    }

    /// <summary>Creates a problem document (RFC 7807), as the vendor's web framework does.</summary>
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
        if (RefuseToken(request, scope, out var tenant) is { } refusal)
        {
            return refusal;
        }

        var matches = routes.Find(request.Method, request.Segments, out var allowed);
        if (matches.Count == 0)
        {
            return allowed.Count == 0 ? Response.Empty(404) : Response.MethodNotAllowed(allowed);
        }

        // When a test moved an operation onto another one's route, the fields tell them apart.
        var failures = new List<SchemaException>();
        foreach (var match in matches)
        {
            try
            {
                var fields = match.Endpoint.Handler.Fields.Read(request.Bind(match), request.HasFieldsInQuery || request.Method == "GET");
                return match.Endpoint.Handler.Handle(new CegosCall(request, tenant, fields));
            }
            catch (SchemaException failure)
            {
                failures.Add(failure);
            }
        }

        return failures[0].Errors[0].Rule == SchemaRule.MediaType
            ? Problem(415, "Unsupported Media Type")
            : Problem(400, "One or more validation errors occurred.", null, failures[0].Errors);
    }

    /// <summary>Gets the response to a token that is missing, expired or for another scope; null when the token is good.</summary>
    private Response? RefuseToken(Request request, string scope, out string tenant)
    {
        tenant = string.Empty;
        if (request.BearerToken is not { } token)
        {
            return Response.Empty(401).With("WWW-Authenticate", "Bearer");
        }

        if (Tokens.Find(token, out _) is not { } grant)
        {
            return Response.Empty(401).With("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        }

        tenant = grant.Account.Tenant;
        return grant.Scope == scope
            ? null
            : Problem(403, "Forbidden", $"The token lacks the scope {scope}.")
                .With("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
    }

    /// <summary>Handles the client credentials grant: ID and secret in the form, one scope at a time.</summary>
    private Response HandleToken(Request request)
    {
        if (!request.Path.Equals("connect/token", StringComparison.OrdinalIgnoreCase))
        {
            return Response.Empty(404);
        }

        if (request.Method != "POST")
        {
            return Response.MethodNotAllowed(["POST"]);
        }

        if (OAuth.ReadForm(request) is not { } form || form.Get("grant_type") is not { Length: > 0 } grantType)
        {
            return OAuth.Error(400, "invalid_request");
        }

        var isKnown = _accounts.TryGetValue(form.Get("client_id") ?? string.Empty, out var account);
        if (!isKnown || account!.ClientSecret != form.Get("client_secret"))
        {
            return OAuth.Error(400, "invalid_client");
        }

        var scope = form.Get("scope") ?? string.Empty;
        var error = grantType != "client_credentials" ? "unsupported_grant_type"
            : account.Scopes.Count == 0 ? "unauthorized_client"
            : !CegosAccount.KnownScopes.Contains(scope) || !account.Scopes.Contains(scope) ? "invalid_scope"
            : null;
        return error is not null ? OAuth.Error(400, error) : OAuth.Respond(200, new JsonObject
        {
            ["access_token"] = Tokens.Issue(new CegosGrant(account, scope)),
            ["expires_in"] = (int)Tokens.Lifetime.TotalSeconds,
            ["token_type"] = "Bearer",
            ["scope"] = scope,
        });
    }
}

/// <summary>Represents what an access token of Cegos stands for.</summary>
internal sealed record CegosGrant(CegosAccount Account, string Scope);

/// <summary>Represents a request that passed token and schema.</summary>
internal sealed record CegosCall(Request Request, string Tenant, RequestBody Fields);

/// <summary>Represents an operation of Cegos: the documented fields of its query (GET) or body, and what it does.</summary>
internal sealed record CegosOperation(ObjectSchema Fields, Func<CegosCall, Response> Handle);

/// <summary>Represents the behaviour that the documents leave open. Tests change it.</summary>
internal sealed class CegosSettings
{
    /// <summary>Gets or sets the HTTP status of a business error (<c>code: ERROR</c>).</summary>
    public int RefusalStatus { get; set; } = 200;

    /// <summary>Gets or sets how many reads find a deferral still scheduled.</summary>
    public int ScheduledReads { get; set; } = 2;

    public void Reset() => (RefusalStatus, ScheduledReads) = (200, 2);
}
