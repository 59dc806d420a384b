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

    private readonly ConnectionOptions _options;
    private readonly ServiceProvider _services;
    private readonly IHttpClientFactory _factory;
    private HttpMessageHandler? _network;

    public HttpStack(ConnectionOptions options, Redactor redactor, TimeProvider time, RateLimits? limits = null)
    {
        _options = options;
        var pipeline = RetryRules.CreatePipeline(options.MaximumRetryCount, time);
        var services = new ServiceCollection();
        services.AddHttpClient(Name, Configure)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(CreateNetwork)
            .AddHttpMessageHandler(() => new RetryHandler(pipeline))
            .AddHttpMessageHandler(() => new PaceHandler(limits, options.MaximumRetryCount + 1, time))
            .AddHttpMessageHandler(() => new TokenHandler())
            .AddHttpMessageHandler(() => new LogHandler(redactor, time))
            .AddHttpMessageHandler(() => new SendHandler(options.Timeout, options.MaximumAnswerBytes, time));
        _services = services.BuildServiceProvider();
        _factory = _services.GetRequiredService<IHttpClientFactory>();
    }

    public HttpClient CreateClient() => _factory.CreateClient(Name);

    /// <summary>The factory is not disposable and lets go of a handler only after its time; its sockets are closed here.</summary>
    public void Dispose()
    {
        _services.Dispose();
        _network?.Dispose();
    }

    private static void Configure(HttpClient client)
    {
        client.Timeout = Timeout.InfiniteTimeSpan; // each attempt has its own limit
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "application/json");
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent);
    }

    private HttpMessageHandler CreateNetwork()
    {
        if (_options.Transport is { } transport)
            return new BorrowedHandler(transport);
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        };
        if (_options.Proxy is { } proxy)
            handler.Proxy = new WebProxy(proxy) { Credentials = _options.ProxyCredential };
        else if (_options.ProxyCredential is { } credential)
            handler.DefaultProxyCredentials = credential;
        _network = handler;
        return handler;
    }
}
