using System.Net;
using System.Net.Sockets;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>Tests proxies that reject or do not respond: the message names the proxy, and contains no password.</summary>
public class ProxyTests
{
    private const string Password = "pr0xy-pa55word";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", 407)]
    [InlineData("POST", 407)]
    [InlineData("POST", 403)]
    [InlineData("POST", 500)]
    [InlineData("POST", 503)]
    public async Task Names_a_proxy_that_rejects_the_connection_and_its_response(string method, int status)
    {
        await using var proxy = new LoopbackServer((_, _, peer) => peer.RespondAsync("{}", status,
            status == 407 ? "Proxy-Authenticate: Basic realm=\"x\"\r\n" : string.Empty));

        var error = await FailAsync(method, new Uri(proxy.Address), new NetworkCredential("jane", Password));

        Assert.Equal(ApiErrorKind.Unreachable, error.Kind);
        Assert.Equal($"Cannot get a token: cannot connect to token.example.com (the proxy 127.0.0.1:{proxy.Port} responded {status} "
            + $"{(HttpStatusCode)status}).", error.Message);
        Assert.DoesNotContain(Password, error.ToString(), StringComparison.Ordinal);
        Assert.All(proxy.Calls, call => Assert.Equal("CONNECT", call.Method));
    }

    [Theory]
    [InlineData("The proxy tunnel request to proxy 'http://jane:700@proxy:8080/' failed with status code '407'.\"", null, 407)]
    [InlineData("The proxy tunnel request to proxy 'http://proxy:8080/' failed with status code '407'.\"", 503, 503)]
    [InlineData("The proxy tunnel request to proxy 'http://proxy:8080/' failed.", null, null)]
    public void The_status_of_a_proxy_is_found_where_each_version_of_the_runtime_has_it(string text, int? code, int? status)
    {
        var error = new HttpRequestException(HttpRequestError.ProxyTunnelError, text, null, (HttpStatusCode?)code);

        Assert.Equal((HttpStatusCode?)status, TrainingApis.Cmdlets.Connections.NetworkHandler.StatusOf(error));
    }

    [Fact]
    public async Task Names_a_proxy_that_does_not_respond()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var error = await FailAsync("POST", new Uri($"http://127.0.0.1:{port}"), null);

        Assert.Equal($"Cannot get a token: cannot connect to token.example.com (the proxy 127.0.0.1:{port} does not respond: connection "
            + "refused).", error.Message);
    }

    [Fact]
    public async Task Names_a_proxy_with_an_unknown_host_name()
    {
        var error = await FailAsync("POST", new Uri("http://no-such-proxy.invalid:8080"), null);

        Assert.Contains("the proxy no-such-proxy.invalid:8080 does not respond: host not found", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_credentials_in_the_URL_of_the_proxy()
    {
        var options = Connect.Options();
        options.Proxy = new Uri($"http://jane:{Password}@proxy.example.com");

        var error = Assert.Throws<ApiException>(() => Connect.Open(options));

        Assert.Equal(ApiErrorKind.InvalidArgument, error.Kind);
        Assert.DoesNotContain(Password, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redacts_the_password_of_the_system_proxy()
    {
        _ = HttpClient.DefaultProxy; // reads the environment once, before the variable is set
        const string name = "ALL_PROXY";
        var before = Environment.GetEnvironmentVariable(name);
        Environment.SetEnvironmentVariable(name, "http://jane:p%40ss-w0rd-of-env@127.0.0.1:1");
        try
        {
            using var api = Connect.Open(new ScriptedHandler(() => ScriptedHandler.Text(
                "refused jane:p%40ss-w0rd-of-env, which is p@ss-w0rd-of-env, amFuZTpwQHNzLXcwcmQtb2YtZW52", "text/plain", 407)));

            var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(new RawRequest("GET", "v1/Things"), null, Cancel));

            Assert.StartsWith("refused jane:", error.Reason, StringComparison.Ordinal);
            Assert.All(["p%40ss-w0rd", "p@ss-w0rd", "amFuZTpwQHNz"], secret =>
                Assert.DoesNotContain(secret, $"{error} {error.Reason}", StringComparison.Ordinal));
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, before);
        }
    }

    private static async Task<ApiException> FailAsync(string method, Uri proxy, NetworkCredential? credential)
    {
        var options = Connect.Options(null, "https://catalog.example.com/", "https://token.example.com/connect/token");
        options.NetworkHandler = settings => new TrainingApis.Cmdlets.Connections.NetworkHandler(settings);
        (options.Proxy, options.ProxyCredential, options.MaximumRetryCount, options.Timeout) =
            (proxy, credential, 0, TimeSpan.FromSeconds(10));
        using var api = Connect.Open(options);
        return await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(new RawRequest(method, "v1/Things"), null, Cancel));
    }
}
