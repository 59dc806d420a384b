using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace TrainingApis;

/// <summary>Represents the options that connections to all APIs have in common.</summary>
public abstract class ConnectionOptions
{
    /// <summary>Gets or sets the connection's name; the API's name where none is given.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the time that one attempt may take, the response's body included. The default is 100 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>Gets or sets how often a request that can be sent again is sent again. The default is 4; 0 for never.</summary>
    public int MaximumRetryCount { get; set; } = 4;

    /// <summary>Gets or sets the maximum size of a response's body in bytes, once decompressed. The default is 256 MiB. All responses in
    /// flight of a connection together take at most twice that.</summary>
    public long MaximumResponseBytes { get; set; } = 256L * 1024 * 1024;

    /// <summary>Gets or sets the proxy; null for the system's.</summary>
    public Uri? Proxy { get; set; }

    /// <summary>Gets or sets the credential for the proxy; null for none.</summary>
    public NetworkCredential? ProxyCredential { get; set; }

    /// <summary>Gets or sets the certificate with which the client authenticates itself; null for none.</summary>
    public X509Certificate2? ClientCertificate { get; set; }

    /// <summary>Gets or sets whether certificates of servers are checked for revocation. The default is false, as in .NET.</summary>
    public bool CheckCertificateRevocation { get; set; }

    /// <summary>Gets or sets the routes that differ from the default: name to <c>METHOD path[ query]</c>.</summary>
    public IReadOnlyDictionary<string, string> Routes { get; set; } = new Dictionary<string, string>();

    /// <summary>
    /// Gets or sets what creates the network handler; null for that of netstandard. The handler must follow no redirect, keep no cookie
    /// and decompress gzip and deflate. It may say what happened with a <see cref="NetworkException"/>.
    /// </summary>
    public Func<NetworkSettings, HttpMessageHandler>? NetworkHandler { get; set; }

    /// <summary>
    /// Gets or sets what sends the requests in place of the network; null for the network. The connection does not dispose it. It must
    /// read a request's content before it acts on it, as a network does: a change whose content was never read counts as not sent, and is
    /// sent again.
    /// </summary>
    public HttpMessageHandler? Transport { get; set; }

    /// <summary>Checks the values.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: a value that no connection can have.</exception>
    internal void Validate()
    {
        var isLimited = Timeout != System.Threading.Timeout.InfiniteTimeSpan;
        var problem = isLimited && (Timeout <= TimeSpan.Zero || Timeout.TotalMilliseconds > int.MaxValue)
                ? "The timeout must be more than zero and at most 24 days."
            : MaximumRetryCount < 0 ? "The number of retries must not be negative."
            : Proxy?.UserInfo.Length > 0 ? "The address of the proxy must not have credentials; give them as the proxy's credential."
            : MaximumResponseBytes <= 0 ? "The maximum size of a response must be more than zero."
            : null;
        if (problem is not null)
        {
            throw new ApiException(ApiErrorKind.InvalidArgument, problem);
        }
    }
}

/// <summary>Represents what a network handler is created with.</summary>
/// <param name="proxy">The proxy; null for the system's.</param>
/// <param name="proxyCredential">The credential for the proxy; null for none.</param>
/// <param name="clientCertificate">The certificate to authenticate with; null for none.</param>
/// <param name="checkCertificateRevocation">Whether revoked certificates are refused.</param>
public sealed class NetworkSettings(Uri? proxy, ICredentials? proxyCredential, X509Certificate2? clientCertificate,
    bool checkCertificateRevocation)
{
    /// <summary>Gets the proxy; null for the system's.</summary>
    public Uri? Proxy { get; } = proxy;

    /// <summary>Gets the credential for the proxy; null for none.</summary>
    public ICredentials? ProxyCredential { get; } = proxyCredential;

    /// <summary>Gets the certificate to authenticate with; null for none.</summary>
    public X509Certificate2? ClientCertificate { get; } = clientCertificate;

    /// <summary>Gets whether revoked certificates are refused.</summary>
    public bool CheckCertificateRevocation { get; } = checkCertificateRevocation;
}

/// <summary>
/// Represents an error of a network handler. Its message says in a few words what happened, such as <c>connection refused</c>, and holds no
/// secret.
/// </summary>
/// <param name="message">What happened.</param>
/// <param name="inner">The exception of the network.</param>
/// <param name="wasConnected">Whether there was a connection.</param>
public sealed class NetworkException(string message, Exception? inner = null, bool wasConnected = false)
    : Exception(OneLine.Of(message), inner)
{
    /// <summary>Gets whether there was a connection, so that something may have been sent.</summary>
    public bool WasConnected { get; } = wasConnected;
}
