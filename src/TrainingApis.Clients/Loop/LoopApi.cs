using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;
using TrainingApis.Loop;

namespace TrainingApis.Clients.Loop;

/// <summary>Represents a connection to Cegid Loop: one address, and two keys that every request contains as they are.</summary>
internal sealed class LoopApi : ApiConnection, ILoopApi
{
    private const int ShownLength = 8;
    private readonly SecretHeaders _keys;

    public LoopApi(LoopOptions options, TimeProvider time) : base(ApiService.Loop, options, LoopOperations.All, time)
    {
        BaseUri = ApiUri.Base(options.BaseUri, nameof(options.BaseUri));
        if (string.IsNullOrEmpty(options.Key) || options.Key.Contains(':'))
        {
            throw Invalid("The API key must not be empty, and must not have a colon: what stands behind it is the secret.");
        }

        Key = options.Key;
        Domain = string.IsNullOrWhiteSpace(options.Domain) ? null : options.Domain;
        _keys = AddToken(new SecretHeaders(
            new SecretHeader("Ocp-Apim-Subscription-Key", string.Empty, options.SubscriptionKey, Redactor),
            new SecretHeader("x-apikey", options.Key + ":", options.Secret, Redactor)));
    }

    public override Uri BaseUri { get; }

    /// <summary>Gets the public part of the API key.</summary>
    public string Key { get; }

    public string? Domain { get; }

    public override string Account => Key.Length <= ShownLength ? Key : Key[..ShownLength] + "…";

    public override string Authentication => "API key and subscription key";

    public override string Identity => $"{BaseUri.AbsoluteUri} {Key}";

    public ModelJson Model { get; } = LoopJsonContext.CreateModelJson();

    public ILoopClient Client(IApiObserver? observer = null) => new LoopClient(this, observer);

    // Without a domain there is nothing to read, so wrong keys are noticed by the first request.
    public override Task AuthenticateAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default) =>
        Domain is null ? Task.CompletedTask : PingAsync(observer, cancellationToken);

    public override Task PingAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default) => Domain is null
        ? throw new ApiException(ApiErrorKind.PreconditionFailed,
            "Loop has nothing to read without a domain, and this connection has none. Nothing was sent.")
        {
            Api = Service,
            Operation = "Ping"
        }
        : Client(observer).GetFoldersAsync(null, cancellationToken);

    protected override void ReadError(ErrorBody body, int status, OperationKind kind)
    {
        if (status >= 400 && status is not (401 or 408 or 429))
        {
            // The same refusal can have the status 400 or 409, so both only mean a refusal.
            body.Refusal = LoopErrors.KindOf(body.Reason)
                ?? (status is 400 or 409 or 422 && body.Reason is not null && body.FieldErrors.Count == 0 ? ApiErrorKind.Rejected : null);
        }
    }

    protected override (Uri BaseUri, ITokenSource? Token) Target(string? scope) => (BaseUri, _keys);
}
