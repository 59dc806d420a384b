using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace TrainingApis;

/// <summary>Represents the common options of the connections to all APIs.</summary>
public abstract class ConnectionOptions
{
    /// <summary>Gets or sets the name of the connection; null for the name of the API.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the timeout of one attempt, including the response body. The default is 100 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// Gets or sets the maximum number of retries of a request that is safe to retry. The default is 4; 0 for no retries.
    /// </summary>
    public int MaximumRetryCount { get; set; } = 4;

    /// <summary>
    /// Gets or sets the maximum size of a response body in bytes, after decompression. The default is 256 MiB. All responses in flight of a
    /// connection together use at most twice this size.
    /// </summary>
    public long MaximumResponseBytes { get; set; } = 256L * 1024 * 1024;

    /// <summary>Gets or sets the proxy; null for the proxy of the system.</summary>
    public Uri? Proxy { get; set; }

    /// <summary>Gets or sets the credential for the proxy; null for none.</summary>
    public NetworkCredential? ProxyCredential { get; set; }

    /// <summary>Gets or sets the certificate for client authentication; null for none.</summary>
    public X509Certificate2? ClientCertificate { get; set; }

    /// <summary>Gets or sets whether server certificates are checked for revocation. The default is false, as in .NET.</summary>
    public bool CheckCertificateRevocation { get; set; }

    /// <summary>
    /// Gets or sets the routes that differ from the default. The key is the name of the route, the value is <c>METHOD path[ query]</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string> Routes { get; set; } = new Dictionary<string, string>();

    /// <summary>
    /// Gets or sets the function that creates the network handler; null for the handler of netstandard. The handler must not follow
    /// redirects or keep cookies, and must decompress gzip and deflate. It can throw a <see cref="NetworkException"/> to describe an error.
    /// </summary>
    public Func<NetworkSettings, HttpMessageHandler>? NetworkHandler { get; set; }

    /// <summary>
    /// Gets or sets the handler that receives the requests instead of the network; null for the network. The connection does not dispose
    /// it. The handler must read the content of a request before it processes the request, as a network does: a change whose content was
    /// not read counts as not sent, and is sent again.
    /// </summary>
    public HttpMessageHandler? Transport { get; set; }

    /// <summary>Validates the options.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: a value is invalid.</exception>
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

/// <summary>Represents the settings of a network handler.</summary>
/// <param name="proxy">The proxy; null for the proxy of the system.</param>
/// <param name="proxyCredential">The credential for the proxy; null for none.</param>
/// <param name="clientCertificate">The certificate for client authentication; null for none.</param>
/// <param name="checkCertificateRevocation">Whether server certificates are checked for revocation.</param>
public sealed class NetworkSettings(Uri? proxy, ICredentials? proxyCredential, X509Certificate2? clientCertificate,
    bool checkCertificateRevocation)
{
    /// <summary>Gets the proxy; null for the proxy of the system.</summary>
    public Uri? Proxy { get; } = proxy;

    /// <summary>Gets the credential for the proxy; null for none.</summary>
    public ICredentials? ProxyCredential { get; } = proxyCredential;

    /// <summary>Gets the certificate for client authentication; null for none.</summary>
    public X509Certificate2? ClientCertificate { get; } = clientCertificate;

    /// <summary>Gets whether server certificates are checked for revocation.</summary>
    public bool CheckCertificateRevocation { get; } = checkCertificateRevocation;
}

/// <summary>
/// Represents an error of a network handler. The message describes the error in a few words, such as <c>connection refused</c>, and
/// contains no secret.
/// </summary>
/// <param name="message">The description of the error.</param>
/// <param name="inner">The exception of the network; null for none.</param>
/// <param name="wasConnected">Whether a connection was established.</param>
public sealed class NetworkException(string message, Exception? inner = null, bool wasConnected = false)
    : Exception(OneLine.Of(message), inner)
{
    /// <summary>Gets whether a connection was established, so that data may have been sent.</summary>
    public bool WasConnected { get; } = wasConnected;
}
