using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>TLS and proxies that say no: nothing was sent, for a change neither, and the reason is clear.</summary>
public class TlsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "localhost")]
    [InlineData("POST", "localhost")]
    [InlineData("POST", "elsewhere.example.com")]
    public async Task A_certificate_that_is_not_trusted_is_unreachable(string method, string name)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var server = new TlsServer(async stream =>
        {
            await using var tls = new SslStream(stream);
            await tls.AuthenticateAsServerAsync(certificate);
        });

        var error = await SendAsync(server, method);

        Assert.Equal(ApiErrorKind.Unreachable, error.Kind);
        Assert.Contains("TLS was refused", error.Message);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_server_that_speaks_no_tls_is_unreachable(string method)
    {
        await using var server = new TlsServer(stream => stream.WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray()).AsTask());

        Assert.Equal(ApiErrorKind.Unreachable, (await SendAsync(server, method)).Kind);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_handshake_that_breaks_off_is_unreachable(string method)
    {
        await using var server = new TlsServer(_ => Task.CompletedTask);

        Assert.Equal(ApiErrorKind.Unreachable, (await SendAsync(server, method)).Kind);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_proxy_that_refuses_is_unreachable(string method)
    {
        await using var proxy = new LoopbackServer((_, _, peer) =>
            peer.AnswerAsync("{}", 407, "Proxy-Authenticate: Basic realm=\"x\"\r\n"));
        var options = Connect.Options(null, "https://catalog.example.com/", "https://token.example.com/connect/token");
        (options.Proxy, options.MaximumRetryCount, options.Timeout) = (new Uri(proxy.Address), 0, TimeSpan.FromSeconds(10));
        using var api = Connect.Open(options);

        var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(new RawRequest(method, "v1/Things"), null, Cancel));

        Assert.Equal(ApiErrorKind.Unreachable, error.Kind);
        Assert.Contains("proxy", error.Message);
        Assert.All(proxy.Calls, call => Assert.Equal("CONNECT", call.Method));
    }

    private static async Task<ApiException> SendAsync(TlsServer server, string method)
    {
        await using var tokens = new LoopbackServer((_, _, peer) => peer.AnswerAsync("{}"));
        using var api = Connect.Open(tokens, options =>
            { options.CatalogUri = new Uri($"https://localhost:{server.Port}/"); options.MaximumRetryCount = 1; });
        var observer = new Recorder();
        var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(new RawRequest(method, "v1/Things"), observer, Cancel));
        Assert.Single(observer.Waits); // it never left, so a change too was tried again
        return error;
    }

    private sealed class TlsServer : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly Task _accepting;
        private volatile bool _ended;

        public TlsServer(Func<Stream, Task> serve)
        {
            _listener.Start();
            _accepting = AcceptAsync(serve);
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public async ValueTask DisposeAsync()
        {
            _ended = true;
            _listener.Stop();
            await _accepting;
        }

        private async Task AcceptAsync(Func<Stream, Task> serve)
        {
            while (!_ended)
            {
                try
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    await serve(client.GetStream());
                }
                catch (Exception exception) when (exception is IOException or SocketException or AuthenticationException
                    or InvalidOperationException)
                {
                    // The client turned away, as it should, or the test is over.
                }
            }
        }
    }
}
