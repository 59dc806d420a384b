using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Loop;

/// <summary>Represents the servers of Cegid Loop: a gateway that checks subscriptions, and a service that checks API keys.</summary>
internal sealed class LoopVendor : IVendor
{
    private const string SubscriptionHeader = "Ocp-Apim-Subscription-Key";

    private readonly int _seed;
    private readonly Dictionary<string, LoopAccount> _accounts = [];
    private readonly LoopResponses _responses;
    private readonly LoopService _service;
    private int _requestCount;

    public LoopVendor(SandboxOptions options)
    {
        _seed = options.Seed;
        _responses = new LoopResponses(options.Seed, Settings);
        _service = new LoopService(options.Seed, Settings, _responses);
        AddAccount(LoopAccount.Default);
    }

    public string Prefix => "loop";

    public LoopSettings Settings { get; } = new();

    /// <summary>Gets the client files, the contacts, and the changes that callers made.</summary>
    public Database Database => _service.Database;

    /// <summary>Adds an account, or replaces the one with the same key.</summary>
    public void AddAccount(LoopAccount account)
    {
        lock (Database.Lock)
        {
            _accounts[account.Key] = account;
        }
    }

    /// <summary>Moves an operation whose HTTP method or path the documents leave open.</summary>
    public void Move(string operation, string route) => _service.Routes.Move(operation, route);

    public Response Handle(Request request)
    {
        lock (Database.Lock)
        {
            var id = $"{_seed} {++_requestCount}";
            return HandleCore(request)
                .With("requestid", LoopData.CreateId("requestid", id))
                .With("x-request-id", LoopData.CreateId("x-request-id", id))
                .With("strict-transport-security", "max-age=31536000; includeSubDomains");
        }
    }

    public void Reset()
    {
        lock (Database.Lock)
        {
            Settings.Reset();
            Database.Clear();
            _service.Routes.Reset();
            _accounts.Clear();
            AddAccount(LoopAccount.Default);
            _requestCount = 0;
        }
    }

    /// <summary>Creates a response of the gateway itself, which is always in English and in this form.</summary>
    private static Response Gateway(int status, string message) =>
        Response.Json(status, new JsonObject { ["statusCode"] = status, ["message"] = message });

    private static RequestBody ReadFields(ObjectSchema schema, Request request) =>
        request.HasFieldsInQuery || request.Query.Pairs.Count == 0
            ? schema.Read(request, request.HasFieldsInQuery)
            : throw new SchemaException([new SchemaError(request.Query.Pairs[0].Key, SchemaRule.Unknown, "be absent", "string")]);

    private Response HandleCore(Request request)
    {
        // The gateway looks for the operation before it checks the caller.
        var matches = _service.Routes.Find(request.Method, request.Segments, out var allowed);
        if (matches.Count == 0)
        {
            return allowed.Count == 0 ? Gateway(404, "Resource not found") : Response.MethodNotAllowed(allowed);
        }

        try
        {
            CheckSubscription(request.Header(SubscriptionHeader));
            var account = FindAccount(request.Header("x-apikey"));
            var (endpoint, schema) = (matches[0].Endpoint, matches[0].Endpoint.Handler.Schema);
            return endpoint.Handler.Handle(new LoopCall(endpoint.Operation, account, ReadFields(schema, request.Bind(matches[0]))));
        }
        catch (ResponseException refusal)
        {
            return refusal.Response;
        }
        catch (SchemaException failure)
        {
            return _responses.RefuseFields(failure.Errors);
        }
    }

    private void CheckSubscription(string? key)
    {
        var message = string.IsNullOrEmpty(key)
            ? "missing subscription key. Make sure to include subscription key when making requests to an API."
            : "invalid subscription key. Make sure to provide a valid key for an active subscription.";
        if (_accounts.Values.All(account => account.SubscriptionKey != key))
        {
            throw new ResponseException(Gateway(401, "Access denied due to " + message).With(
                "WWW-Authenticate",
                $"AzureApiManagementKey realm=\"https://api.cegid.com/loop-api-publiques\",name=\"{SubscriptionHeader}\",type=\"header\""));
        }
    }

    /// <summary>Gets the account of an <c>x-apikey</c> header. Nothing in it is unescaped: an escaped secret is another secret.</summary>
    private LoopAccount FindAccount(string? header)
    {
        var halves = (header ?? string.Empty).Split(':', 2);
        var account = halves.Length == 2 && _accounts.TryGetValue(halves[0], out var found) && found.Secret == halves[1] ? found : null;
        return account is { IsAdvanced: true } ? account : throw new ResponseException(
            string.IsNullOrEmpty(header) ? LoopResponses.Message(401, "L'en-tête x-apikey est obligatoire.")
            : account is null ? LoopResponses.Message(401, "La clé d'API ou son secret est invalide.")
            : LoopResponses.Message(403, "Cette route nécessite une clé d'API de type avancé."));
    }
}

/// <summary>Represents an operation of the service: the documented fields of its body, and what it does.</summary>
internal sealed record LoopOperation(ObjectSchema Schema, Func<LoopCall, Response> Handle);

/// <summary>Represents a request that passed keys and schema.</summary>
internal sealed record LoopCall(string Operation, LoopAccount Account, RequestBody Fields)
{
    public string Domain => Account.Domain;

    public string Code => Fields.Text("codeDossier")!;

    public string Email => Fields.Text("email")!;

    public string? Offer => Fields.Text("offre");
}

/// <summary>Represents the credentials of a firm.</summary>
/// <param name="SubscriptionKey">The gateway's subscription key.</param>
/// <param name="Key">The public half of the API key.</param>
/// <param name="Secret">The private half of the API key.</param>
/// <param name="Domain">The firm's tenant. Accounts of one domain see the same client files.</param>
/// <param name="IsAdvanced">Whether the key is of the advanced kind, which all routes require.</param>
internal sealed record LoopAccount(string SubscriptionKey, string Key, string Secret, string Domain, bool IsAdvanced = true)
{
    /// <summary>Gets the account that every sandbox has. Its secret contains the characters that must not be escaped in a header.</summary>
    public static LoopAccount Default { get; } = new("sandbox-subscription", "sandbox-key", "sandbox+secret/loop==", "TESTRDDCABINET");
}
