using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>Tests failed TLS handshakes: nothing is sent, so changes are retried too, and the message contains the cause.</summary>
public class TlsTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Rejects_a_certificate_of_an_unknown_authority(string method)
    {
        using var certificate = Certificate("localhost");
        await using var server = CreateServer(certificate);

        Assert.Equal("the certificate localhost was issued by an authority that this computer does not trust (CN=localhost)",
            await GetCauseAsync(server, method));
    }

    [Fact]
    public async Task Rejects_a_certificate_for_another_host()
    {
        using var certificate = Certificate("elsewhere.example.com");
        await using var server = CreateServer(certificate);

        Assert.Equal("the certificate elsewhere.example.com is for another name than localhost", await GetCauseAsync(server));
    }

    [Theory]
    [InlineData(-20, -10, "expired on", "check this computer's clock too")]
    [InlineData(10, 20, "is not valid before", "check this computer's clock")]
    public async Task Rejects_a_certificate_outside_its_validity_period(int from, int to, string what, string advice)
    {
        using var certificate = Certificate("localhost", from, to);
        await using var server = CreateServer(certificate);
        var day = Now.AddDays(from < 0 ? to : from).LocalDateTime;

        Assert.Equal($"the certificate localhost {what} {day:yyyy-MM-dd}; {advice}", await GetCauseAsync(server));
    }

    [Fact]
    public async Task Rejects_a_chain_without_its_intermediate_certificate()
    {
        using var key = RSA.Create(2048);
        using var root = new CertificateRequest("CN=Intermediate", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(Now.AddDays(-1), Now.AddDays(1));
        using var own = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", own, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        AddName(request, "localhost");
        using var issued = request.Create(root.SubjectName, X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1),
            Now.AddDays(-1), Now.AddDays(1), [1, 2, 3]).CopyWithPrivateKey(own);
        await using var server = CreateServer(issued);

        Assert.Equal("the certificate chain is incomplete: the server does not send the certificate of CN=Intermediate, which issued "
            + "localhost, and this computer does not trust it", await GetCauseAsync(server));
    }

    [Fact]
    public async Task Reports_a_server_without_TLS()
    {
        await using var server = new TcpServer(stream => stream.WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray()).AsTask());

        Assert.StartsWith("the server does not use TLS", await GetCauseAsync(server), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_an_interrupted_handshake()
    {
        await using var server = new TcpServer(_ => Task.CompletedTask);

        Assert.Equal("the server closed the connection during the TLS handshake", await GetCauseAsync(server));
    }

    [Theory]
    [InlineData(3, 70, "the server accepts none of this computer's TLS versions")]
    [InlineData(2, 40, "the server accepts none of this computer's TLS versions")]
    [InlineData(3, 40, "the server accepts none of this computer's ciphers")]
    [InlineData(3, 112, "the server does not know this host name")]
    [InlineData(3, 80, "the TLS handshake failed")]
    public async Task Reports_the_TLS_alert_of_the_server(byte version, byte alert, string what)
    {
        await using var server = new TcpServer(async stream =>
        {
            await stream.ReadAtLeastAsync(new byte[64], 64);
            await stream.WriteAsync(new byte[] { 21, 3, version, 0, 2, 2, alert });
        });

        Assert.Equal(what, await GetCauseAsync(server));
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task Reports_a_server_that_requires_a_client_certificate(SslProtocols protocol)
    {
        using var certificate = Certificate("localhost");
        await using var server = CreateServer(certificate, protocol, requiresClient: true);

        var error = await SendAsync(server, "GET", certificate, null);

        Assert.Equal(ApiErrorKind.Unreachable, error.Kind);
        Assert.Contains("the server asks for a client certificate (-Certificate of the Connect- command)", error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_a_client_certificate()
    {
        using var certificate = Certificate("localhost");
        using var client = Certificate("client.example.com");
        string? seen = null;
        await using var server = CreateServer(certificate, SslProtocols.None, requiresClient: true, name => seen = name);

        await SendAsync(server, "GET", certificate, client);

        Assert.Equal("CN=client.example.com", seen);
    }

    /// <summary>Sends a request over TLS. The certificate <paramref name="trusted"/> is accepted, if given.</summary>
    private static async Task<ApiException> SendAsync(TcpServer server, string method, X509Certificate2? trusted = null,
        X509Certificate2? client = null)
    {
        await using var tokens = new LoopbackServer((_, _, peer) => peer.RespondAsync("{}"));
        using var api = Connect.Open(tokens, options =>
        {
            (options.CatalogUri, options.MaximumRetryCount) = (new Uri($"https://localhost:{server.Port}/"), 1);
            options.ClientCertificate = client;
            options.NetworkHandler = settings => new TestNetworkHandler(settings) { Trusted = trusted };
        });
        var observer = new Recorder();
        var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(new RawRequest(method, "v1/Things"), observer, Cancel));
        Assert.Single(observer.Waits); // nothing was sent, so changes are retried too
        return error;
    }

    private static async Task<string> GetCauseAsync(TcpServer server, string method = "POST")
    {
        var error = await SendAsync(server, method);
        var start = $"Cannot call {method} v1/Things: cannot connect to localhost:{server.Port} (";
        Assert.Equal(ApiErrorKind.Unreachable, error.Kind);
        Assert.StartsWith(start, error.Message, StringComparison.Ordinal);
        return error.Message[start.Length..^2];
    }

    private static X509Certificate2 Certificate(string name, int from = -1, int to = 1)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        AddName(request, name);
        return request.CreateSelfSigned(Now.AddDays(from), Now.AddDays(to));
    }

    private static void AddName(CertificateRequest request, string name)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
    }

    private static TcpServer CreateServer(
        X509Certificate2 certificate, SslProtocols protocol = SslProtocols.None, bool requiresClient = false,
        Action<string?>? seen = null) => new(async stream =>
    {
        await using var tls = new SslStream(stream);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
        {
            ServerCertificate = certificate,
            EnabledSslProtocols = protocol,
            ClientCertificateRequired = requiresClient,
            RemoteCertificateValidationCallback = (_, client, _, _) =>
            {
                seen?.Invoke(client?.Subject);
                return client is not null || !requiresClient;
            },
        });
    });
}
