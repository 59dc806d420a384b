using System.Net;

namespace TrainingApis;

/// <summary>What every connection can be told.</summary>
public abstract class ConnectionOptions
{
    /// <summary>The connection's name; the API's name where none is given.</summary>
    public string? Name { get; set; }

    /// <summary>The time one attempt may take, answer's body included. Default 100 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>How many times a call that may be repeated is repeated. Default 4; 0 for never.</summary>
    public int MaximumRetryCount { get; set; } = 4;

    /// <summary>The most that an answer's body may hold, in bytes, once decompressed. Default 256 MiB.</summary>
    public long MaximumResponseBytes { get; set; } = 256L * 1024 * 1024;

    /// <summary>The proxy to use; null for the system's.</summary>
    public Uri? Proxy { get; set; }

    /// <summary>The credential for the proxy; null for none.</summary>
    public NetworkCredential? ProxyCredential { get; set; }

    /// <summary>Operations whose method, path or carrier differ from the default: name to <c>METHOD path[ query]</c>.</summary>
    public IReadOnlyDictionary<string, string> Routes { get; set; } = new Dictionary<string, string>();

    /// <summary>
    /// What carries the requests; null for the network. The connection does not dispose it. It must read a request's content before it
    /// acts on it, as a network does: a change whose content was never read counts as not sent, and is sent again.
    /// </summary>
    public HttpMessageHandler? Transport { get; set; }
}
