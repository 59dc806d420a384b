using System.Net;

namespace TrainingApis.Clients.Http;

/// <summary>The credential for the proxy, until it is to be forgotten: the handlers that hold this outlive the connection.</summary>
internal sealed class ProxyCredential(NetworkCredential credential) : ICredentials
{
    private volatile NetworkCredential? _credential = credential;

    public NetworkCredential? GetCredential(Uri uri, string authType) => _credential;

    public void Forget() => _credential = null;
}
