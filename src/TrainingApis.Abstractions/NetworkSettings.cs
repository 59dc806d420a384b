using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace TrainingApis;

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
