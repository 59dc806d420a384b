using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace TrainingApis.Clients.Http;

/// <summary>
/// The handlers of one connection: retry → pace → token → log → send → network. The factory renews the network's handler every few minutes,
/// so that a changed address of a host is noticed.
/// </summary>
internal sealed class HttpStack : IDisposable
{
    private const string Name = "api";
    private static readonly string UserAgent = "TrainingApis/" + typeof(HttpStack).Assembly.GetName().Version?.ToString(3);

    private readonly HttpMessageHandler? _transport;
    private readonly Uri? _proxy;
    private readonly ProxyCredential? _proxyCredential;
    private readonly ServiceProvider _services;
    private readonly IHttpClientFactory _factory;
    private HttpMessageHandler? _network;

    public HttpStack(ConnectionOptions options, Redactor redactor, TimeProvider time, RateLimits? limits = null)
    {
        // Only what is needed: the options hold secrets, and this lives as long as the connection's object.
        (_transport, _proxy) = (options.Transport, options.Proxy);
        _proxyCredential = options.ProxyCredential is { } credential ? new ProxyCredential(credential) : null;
        var (timeout, maximumBytes, attempts) = (options.Timeout, options.MaximumResponseBytes, options.MaximumRetryCount + 1);
        var pipeline = RetryRules.CreatePipeline(options.MaximumRetryCount, time);
        var services = new ServiceCollection();
        services.AddHttpClient(Name, Configure)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(CreateNetwork)
            .AddHttpMessageHandler(() => new RetryHandler(pipeline))
            .AddHttpMessageHandler(() => new RateLimitHandler(limits, attempts, time))
            .AddHttpMessageHandler(() => new TokenHandler())
            .AddHttpMessageHandler(() => new LogHandler(redactor, time))
            .AddHttpMessageHandler(() => new SendHandler(timeout, maximumBytes, time));
        _services = services.BuildServiceProvider();
        _factory = _services.GetRequiredService<IHttpClientFactory>();
    }

    public HttpClient CreateClient() => _factory.CreateClient(Name);

    /// <summary>The factory is not disposable and lets go of a handler only after its time; its sockets are closed here.</summary>
    public void Dispose()
    {
        _services.Dispose();
        _network?.Dispose();
        _proxyCredential?.Forget();
    }

    private static void Configure(HttpClient client)
    {
        client.Timeout = Timeout.InfiniteTimeSpan; // each attempt has its own limit
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "application/json");
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent);
    }

    private HttpMessageHandler CreateNetwork()
    {
        if (_transport is { } transport)
        {
            return new BorrowedHandler(transport);
        }

        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        };
        if (_proxy is { } proxy)
        {
            handler.Proxy = new WebProxy(proxy) { Credentials = _proxyCredential };
        }
        else if (_proxyCredential is { } credential)
        {
            handler.DefaultProxyCredentials = credential;
        }

        _network = handler;
        return handler;
    }
}
