using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;
using TrainingApis.Loop;

namespace TrainingApis.Clients.Loop;

/// <summary>A connection to Cegid Loop: one address, and two keys that travel with every call.</summary>
internal sealed class LoopApi : ApiConnection, ILoopApi
{
    private const int ShownLength = 8;

    /// <summary>Operations whose verb or path the documents leave open, or that the vendor replaces.</summary>
    private static readonly Dictionary<string, string> DefaultRoutes = new()
    {
        ["Folders"] = "GET LOOPHUB",
        ["AddOffer"] = "POST collaborativeOffer/addOffer",
        ["AddOfferToContact"] = "POST collaborativeOffer/addCollaborativeOffer",
    };

    public LoopApi(LoopOptions options, TimeProvider time) : base(ApiService.Loop, options, DefaultRoutes, time)
    {
        BaseUri = ApiUri.Base(options.BaseUri, nameof(options.BaseUri));
        Key = options.Key;
        Domain = string.IsNullOrWhiteSpace(options.Domain) ? null : options.Domain;
        Keys = Add(new LoopKeySource(options.Key, options.Secret, options.SubscriptionKey, Redactor));
    }

    public override Uri BaseUri { get; }

    /// <summary>The public half of the API key.</summary>
    public string Key { get; }

    public string? Domain { get; }

    public override string Account => Key.Length <= ShownLength ? Key : Key[..ShownLength] + "…";

    public override string Authentication => "API key and subscription key";

    public override string Identity => $"{BaseUri.AbsoluteUri} {Key}";

    public ITokenSource Keys { get; }

    public ModelJson Model { get; } = LoopJsonContext.CreateModelJson();

    public ILoopClient Client(IApiObserver? observer = null) => new LoopClient(this, observer);

    // Without a domain there is nothing to read, so keys that are refused show with the first call.
    public override Task AuthenticateAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default) =>
        Domain is null ? Task.CompletedTask : PingAsync(observer, cancellationToken);

    public override Task PingAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default) => Domain is null
        ? throw new ApiException(ApiErrorKind.PreconditionFailed,
            "Loop has nothing to read without a domain, and this connection has none. Nothing was sent.") { Api = Service,
            Operation = "Ping" }
        : Client(observer).GetFoldersAsync(null, cancellationToken);

    /// <summary>The vendor's text as it may be shown.</summary>
    public string? Clean(string? text) => Redactor.Redact(text);

    protected override (Uri BaseUri, ITokenSource? Token) Target(string? scope) => string.IsNullOrEmpty(scope)
        ? (BaseUri, Keys)
        : throw new ApiException(ApiErrorKind.InvalidArgument, "Loop has no scopes.");
}
