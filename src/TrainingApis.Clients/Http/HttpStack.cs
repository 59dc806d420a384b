using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace TrainingApis.Clients.Http;

/// <summary>Provides the handlers of one connection: retry → rate limit → token → log → send → network.</summary>
internal sealed class HttpStack : IDisposable
{
    private const string Name = "api";
    private static readonly string UserAgent = "TrainingApis/" + typeof(HttpStack).Assembly.GetName().Version?.ToString(3);

    private readonly HttpMessageHandler? _transport;
    private readonly Func<NetworkSettings, HttpMessageHandler> _createNetwork;
    private readonly NetworkSettings _network;
    private readonly ProxyCredential? _proxyCredential;
    private readonly ServiceProvider _services;
    private readonly IHttpClientFactory _factory;
    private readonly List<WeakReference<HttpMessageHandler>> _handlers = [];

    /// <param name="options">The options of the connection.</param>
    /// <param name="errors">The error map, which reads the request IDs of responses.</param>
    /// <param name="time">The clock.</param>
    /// <param name="limits">The rate limits of the vendor; null for none.</param>
    /// <param name="handlerLifetime">The lifetime of a network handler, so that a changed address of a host is noticed; null for the
    /// default.</param>
    public HttpStack(ConnectionOptions options, ErrorMap errors, TimeProvider time, RateLimits? limits = null,
        TimeSpan? handlerLifetime = null)
    {
        // Only the values that are needed: the options contain secrets, and this object lives as long as the connection object.
        _transport = options.Transport;
        _createNetwork = options.NetworkHandler ?? CreateDefaultNetwork;
        _proxyCredential = options.ProxyCredential is { } credential ? new ProxyCredential(credential) : null;
        _network = new NetworkSettings(options.Proxy, _proxyCredential, options.ClientCertificate, options.CheckCertificateRevocation);
        var (timeout, attempts) = (options.Timeout, options.MaximumRetryCount + 1);
        var pipeline = RetryHandler.CreatePipeline(options.MaximumRetryCount, time);
        var buffer = new ResponseBuffer(options.MaximumResponseBytes);
        var services = new ServiceCollection();
        services.AddHttpClient(Name, Configure)
            .RemoveAllLoggers()
            // A handler that the caller supplied manages its own lifetime.
            .SetHandlerLifetime(handlerLifetime ?? (options.NetworkHandler is null ? TimeSpan.FromMinutes(2) : Timeout.InfiniteTimeSpan))
            .ConfigurePrimaryHttpMessageHandler(CreateNetwork)
            .AddHttpMessageHandler(() => new RetryHandler(pipeline))
            .AddHttpMessageHandler(() => new RateLimitHandler(limits, attempts, time))
            .AddHttpMessageHandler(() => new TokenHandler())
            .AddHttpMessageHandler(() => new LogHandler(errors, time))
            .AddHttpMessageHandler(() => new SendHandler(timeout, buffer, time));
        _services = services.BuildServiceProvider();
        _factory = _services.GetRequiredService<IHttpClientFactory>();
    }

    public HttpClient CreateClient() => _factory.CreateClient(Name);

    /// <summary>Closes the connections. The factory disposes a handler only after its lifetime, and only if nothing uses it.</summary>
    public void Dispose()
    {
        _services.Dispose();
        lock (_handlers)
        {
            foreach (var reference in _handlers)
            {
                if (reference.TryGetTarget(out var handler))
                {
                    handler.Dispose();
                }
            }
        }

        _proxyCredential?.Forget();
    }

    private static void Configure(HttpClient client)
    {
        client.Timeout = Timeout.InfiniteTimeSpan; // Each attempt has a time limit of its own.
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "application/json");
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent);
    }

    /// <summary>Creates the handler of netstandard, with the default limits of .NET.</summary>
    private static HttpClientHandler CreateDefaultNetwork(NetworkSettings settings)
    {
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            CheckCertificateRevocationList = settings.CheckCertificateRevocation,
        };
        if (settings.Proxy is { } proxy)
        {
            handler.Proxy = new WebProxy(proxy) { Credentials = settings.ProxyCredential };
        }
        else if (settings.ProxyCredential is { } credential)
        {
            handler.DefaultProxyCredentials = credential;
        }

        if (settings.ClientCertificate is { } certificate)
        {
            handler.ClientCertificates.Add(certificate);
        }

        return handler;
    }

    private HttpMessageHandler CreateNetwork()
    {
        if (_transport is { } transport)
        {
            return new BorrowedHandler(transport);
        }

        var handler = _createNetwork(_network);
        lock (_handlers)
        {
            _handlers.RemoveAll(reference => !reference.TryGetTarget(out _));
            _handlers.Add(new WeakReference<HttpMessageHandler>(handler));
        }

        return handler;
    }

    /// <summary>Sends requests through a handler that somebody else owns, and does not dispose it.</summary>
    private sealed class BorrowedHandler(HttpMessageHandler handler) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _invoker = new(handler, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _invoker.SendAsync(request, cancellationToken);
    }

    /// <summary>Provides the proxy credential until it is removed. The handlers that hold this object can outlive the connection.</summary>
    private sealed class ProxyCredential(NetworkCredential credential) : ICredentials
    {
        private volatile NetworkCredential? _credential = credential;

        public NetworkCredential? GetCredential(Uri uri, string authType) => _credential;

        public void Forget() => _credential = null;
    }
}
