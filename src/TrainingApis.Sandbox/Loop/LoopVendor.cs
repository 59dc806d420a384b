using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Loop;

/// <summary>Represents the servers of Cegid Loop: a gateway that checks subscriptions, and a service that checks API keys.</summary>
internal sealed class LoopVendor
{
    private const string SubscriptionHeader = "Ocp-Apim-Subscription-Key";

    private readonly Dictionary<string, LoopAccount> _accounts = new() { [LoopAccount.Default.Key] = LoopAccount.Default };
    private readonly LoopResponses _responses;
    private readonly LoopService _service;

    public LoopVendor(int seed)
    {
        _responses = new LoopResponses(seed, Settings);
        _service = new LoopService(seed, Settings, _responses);
    }

    public LoopSettings Settings { get; } = new();

    /// <summary>Gets the client files, the contacts, and the changes by callers.</summary>
    public Database Database => _service.Database;

    /// <summary>Adds an account, or replaces the account with the same key.</summary>
    public void AddAccount(LoopAccount account)
    {
        lock (Database.Lock)
        {
            _accounts[account.Key] = account;
        }
    }

    /// <summary>Moves an operation to another route. The documents do not specify the HTTP method or path of some operations.</summary>
    public void Move(string operation, string route) => _service.Routes.Move(operation, route);

    public Response Handle(Request request) => Database.Handle(() => HandleCore(request), _responses.RefuseFields)
        .With("requestid", $"{Guid.NewGuid()}")
        .With("x-request-id", $"{Guid.NewGuid()}")
        .With("strict-transport-security", "max-age=31536000; includeSubDomains");

    /// <summary>Creates a response of the gateway, which is always in English and in this form.</summary>
    private static Response Gateway(int status, string message) =>
        Response.Json(status, new JsonObject { ["statusCode"] = status, ["message"] = message });

    private static RequestBody ReadFields(ObjectSchema schema, Request request) =>
        request.HasFieldsInQuery || request.Query.Count == 0
            ? schema.Read(request, request.HasFieldsInQuery)
            : throw new SchemaException([new SchemaError(request.Query[0].Key, SchemaRule.Unknown, "be absent", "string")]);

    private Response HandleCore(Request request)
    {
        // The gateway finds the operation before it checks the keys of the caller.
        if (_service.Routes.Find(request, out var allowed) is not { } endpoint)
        {
            return allowed.Count == 0 ? Gateway(404, "Resource not found") : Response.MethodNotAllowed(allowed);
        }

        CheckSubscription(request.Header(SubscriptionHeader));
        var account = FindAccount(request.Header("x-apikey"));
        return endpoint.Handler.Handle(new LoopCall(endpoint.Operation, account, ReadFields(endpoint.Handler.Schema, request)));
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

    /// <summary>
    /// Gets the account of an <c>x-apikey</c> header. The value is not unescaped, so an escaped secret is a different secret.
    /// </summary>
    private LoopAccount FindAccount(string? header)
    {
        var halves = (header ?? string.Empty).Split(':', 2);
        return halves.Length == 2 && _accounts.TryGetValue(halves[0], out var account) && account.Secret == halves[1]
            ? account
            : throw new ResponseException(LoopResponses.Message(401, string.IsNullOrEmpty(header)
                ? "L'en-tête x-apikey est obligatoire."
                : "La clé d'API ou son secret est invalide."));
    }
}

/// <summary>Represents an operation of the service: the documented fields of its body, and its handler.</summary>
internal sealed record LoopOperation(ObjectSchema Schema, Func<LoopCall, Response> Handle);

/// <summary>Represents a request whose keys and fields were accepted.</summary>
internal sealed record LoopCall(string Operation, LoopAccount Account, RequestBody Fields)
{
    public string Domain => Account.Domain;

    public string Code => Fields.Text("codeDossier")!;

    public string Email => Fields.Text("email")!;

    public string? Offer => Fields.Text("offre");
}

/// <summary>Represents the credentials of a firm.</summary>
/// <param name="SubscriptionKey">The subscription key of the gateway.</param>
/// <param name="Key">The public part of the API key.</param>
/// <param name="Secret">The private part of the API key.</param>
/// <param name="Domain">The tenant of the firm. Accounts with the same domain access the same client files.</param>
internal sealed record LoopAccount(string SubscriptionKey, string Key, string Secret, string Domain)
{
    /// <summary>
    /// Gets the default account of every sandbox. Its secret contains the characters that must not be escaped in a header.
    /// </summary>
    public static LoopAccount Default { get; } = new("sandbox-subscription", "sandbox-key", "sandbox+secret/loop==", "TESTRDDCABINET");
}
