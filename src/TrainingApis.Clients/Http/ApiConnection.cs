namespace TrainingApis.Clients.Http;

/// <summary>What the connections of all APIs have in common: one sender, one redactor, their tokens, and calls that no method exists
/// for.</summary>
internal abstract class ApiConnection : IApi
{
    private readonly List<ITokenSource> _tokens = [];

    /// <param name="service">The API.</param>
    /// <param name="options">What the connection was told.</param>
    /// <param name="defaultRoutes">Operations whose verb or path the documents leave open, contradict each other on, or that the vendor
    /// replaces.</param>
    /// <param name="time">The clock.</param>
    /// <param name="limits">The vendor's limits, where its headers tell them.</param>
    protected ApiConnection(ApiService service, ConnectionOptions options, IReadOnlyDictionary<string, string> defaultRoutes,
        TimeProvider time, RateLimits? limits = null)
    {
        Check(options);
        Routes = new Routes(defaultRoutes, options.Routes);
        Service = service;
        Name = string.IsNullOrEmpty(options.Name) ? service.ToString() : options.Name;
        Time = time;
        Redactor.AddSecret(options.ProxyCredential?.Password); // a proxy that refuses may say what it was sent
        Sender = new ApiSender(options, Routes, Redactor, time, limits);
    }

    public ApiService Service { get; }

    public string Name { get; }

    public abstract Uri BaseUri { get; }

    public abstract string Account { get; }

    public abstract string Authentication { get; }

    public abstract string Identity { get; }

    public DateTimeOffset? TokenExpires => _tokens.Min(source => source.Expires);

    public bool IsOpen => Sender.IsOpen;

    public ApiSender Sender { get; }

    public Routes Routes { get; }

    protected Redactor Redactor { get; } = new();

    protected TimeProvider Time { get; }

    public abstract Task AuthenticateAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default);

    public abstract Task PingAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default);

    public async Task<RawResponse> SendAsync(RawRequest request, IApiObserver? observer = null, CancellationToken cancellationToken = default)
    {
        var (baseUri, token) = Target(request.Scope);
        using var answer = await Sender.SendAsync(RawCalls.Build(Service, request, baseUri, token, Headers), observer,
            cancellationToken).ConfigureAwait(false);
        return RawCalls.Read(answer);
    }

    public void Dispose()
    {
        Sender.Dispose();
        foreach (var source in _tokens)
        {
            source.Forget();
        }

        Forget();
    }

    /// <summary>Headers of every call beside the token's, calls that no method exists for included.</summary>
    protected virtual IReadOnlyList<KeyValuePair<string, string>> Headers => [];

    /// <summary>Forgets the secrets that are no tokens.</summary>
    protected virtual void Forget() { }

    /// <summary>Where a raw call of that scope goes, and with which token.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: a scope that is not known.</exception>
    protected abstract (Uri BaseUri, ITokenSource? Token) Target(string? scope);

    /// <summary>Makes a token source that ends with the connection. For constructors only.</summary>
    protected ITokenSource AddOAuth(Uri endpoint, IOAuthGrant grant, Func<IReadOnlyList<KeyValuePair<string, string>>>? headers = null) =>
        Add(new OAuthTokenSource(Sender, Service, endpoint, grant, Redactor, Time, headers));

    /// <summary>Keeps a token source that ends with the connection. For constructors only.</summary>
    protected ITokenSource Add(ITokenSource source)
    {
        _tokens.Add(source);
        return source;
    }

    /// <summary>Has a token, or asks for one in any case.</summary>
    protected static async Task AcquireTokenAsync(ITokenSource source, bool forceRefresh, IApiObserver? observer, CancellationToken cancellationToken)
    {
        var token = await source.GetAsync(null, observer, cancellationToken).ConfigureAwait(false);
        if (forceRefresh)
        {
            await source.GetAsync(token, observer, cancellationToken).ConfigureAwait(false);
        }
    }

    private static void Check(ConnectionOptions options)
    {
        if (options.Timeout != Timeout.InfiniteTimeSpan
            && (options.Timeout <= TimeSpan.Zero || options.Timeout.TotalMilliseconds > int.MaxValue))
        {
            throw new ApiException(ApiErrorKind.InvalidArgument, "The timeout must be more than nothing and at most 24 days.");
        }

        if (options.MaximumRetryCount < 0)
        {
            throw new ApiException(ApiErrorKind.InvalidArgument, "The number of retries must not be negative.");
        }

        if (options.MaximumResponseBytes <= 0)
        {
            throw new ApiException(ApiErrorKind.InvalidArgument, "The most that an answer may hold must be more than nothing.");
        }
    }
}
