using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace TrainingApis.Cmdlets.Connections;

/// <summary>Represents the time limits of a network handler.</summary>
/// <param name="Idle">The time after which an unused connection is closed. Common servers close theirs after 5 seconds, and a request on a
/// connection that the server is closing would be in doubt.</param>
/// <param name="Connect">The maximum time to connect, including all addresses of a host and TLS.</param>
/// <param name="NextAddress">The time after which the next address of a host is tried in parallel.</param>
internal sealed record NetworkLimits(TimeSpan Idle, TimeSpan Connect, TimeSpan NextAddress)
{
    public static NetworkLimits Default { get; } = new(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(2));
}

/// <summary>Sends requests over the network, and describes why a connection could not be made.</summary>
internal class NetworkHandler : DelegatingHandler
{
    private static readonly Regex StatusInText = new(@"(?<=status code ')\d{3}(?=')", RegexOptions.CultureInvariant);

    private readonly NetworkSettings _settings;
    private readonly NetworkLimits _limits;
    private readonly ConcurrentDictionary<string, TlsProbe> _probes = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="settings">The settings of the connection.</param>
    /// <param name="limits">The time limits; null for the default.</param>
    public NetworkHandler(NetworkSettings settings, NetworkLimits? limits = null)
    {
        (_settings, _limits) = (settings, limits ?? NetworkLimits.Default);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            PooledConnectionIdleTimeout = _limits.Idle,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2), // so that a changed address of a host is detected
            ConnectTimeout = _limits.Connect,
            ConnectCallback = ConnectAsync,
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = ValidateCertificate,
                LocalCertificateSelectionCallback = SelectCertificate,
                CertificateRevocationCheckMode =
                    settings.CheckCertificateRevocation ? X509RevocationMode.Online : X509RevocationMode.NoCheck,
            },
        };
        if (settings.Proxy is { } proxy)
        {
            handler.Proxy = new WebProxy(proxy) { Credentials = settings.ProxyCredential };
        }
        else
        {
            handler.DefaultProxyCredentials = settings.ProxyCredential;
        }

        InnerHandler = handler;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException error) when (error.HttpRequestError == HttpRequestError.ProxyTunnelError)
        {
            // The message of the exception can contain the password of the proxy, so it is not kept.
            var status = StatusOf(error) is { } code ? $"{(int)code} {code}" : "with an error";
            throw new NetworkException($"the proxy {ProxyOf(request.RequestUri!)} responded {status}");
        }
        catch (HttpRequestException error) when (error.HttpRequestError == HttpRequestError.SecureConnectionError
            && !IsNamed(error))
        {
            _ = _probes.TryGetValue(request.RequestUri!.IdnHost, out var probe);
            throw new NetworkException(TlsDiagnosis.OfHandshake(probe), error);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested
            && error.InnerException is TimeoutException)
        {
            throw new NetworkException(FormattableString.Invariant($"no response within {_limits.Connect.TotalSeconds:0.#} seconds"),
                error);
        }
        catch (HttpRequestException error) when (_probes.TryGetValue(request.RequestUri!.IdnHost, out var probe)
            && probe.WantsCertificate && _settings.ClientCertificate is null && !IsNamed(error))
        {
            // Servers refuse after the handshake, when the request may already have been sent. This does not prove that nothing was sent.
            throw new NetworkException(TlsDiagnosis.CertificateWanted, error, wasConnected: true);
        }
    }

    /// <summary>Gets the status with which a proxy refused. On .NET 8, only the message contains it.</summary>
    internal static HttpStatusCode? StatusOf(HttpRequestException error)
    {
        var text = StatusInText.Match(error.Message);
        return error.StatusCode ?? (text.Success ? (HttpStatusCode)int.Parse(text.Value, CultureInfo.InvariantCulture) : null);
    }

    private static bool IsNamed(Exception? error) => error is NetworkException || (error is not null && IsNamed(error.InnerException));

    /// <summary>Connects to one of the addresses of a host. If an address takes too long, the next one is tried in parallel.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var request = context.InitialRequestMessage;
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        // A tunnel is requested with a separate request to the proxy, which has the target as its Host header.
        var target = request.Method == HttpMethod.Connect ? new Uri($"https://{request.Headers.Host}") : request.RequestUri!;
        var isProxy = !host.Equals(target.IdnHost, StringComparison.OrdinalIgnoreCase) || port != target.Port;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var attempts = new List<Task<Socket>>();
        Exception? last = null;
        try
        {
            var addresses = new Queue<IPAddress>(IPAddress.TryParse(host, out var literal) ? [literal]
                : await ResolveAsync(host, cancellationToken).ConfigureAwait(false));
            while (addresses.Count > 0 || attempts.Count > 0)
            {
                if (addresses.TryDequeue(out var address))
                {
                    attempts.Add(ConnectAsync(new IPEndPoint(address, port), ending.Token));
                }

                var pause = Task.Delay(addresses.Count > 0 ? _limits.NextAddress : Timeout.InfiniteTimeSpan, ending.Token);
                var first = await Task.WhenAny([.. attempts, pause]).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                if (first is not Task<Socket> attempt)
                {
                    continue;
                }

                attempts.Remove(attempt);
                if (attempt.IsCompletedSuccessfully)
                {
                    var stream = new NetworkStream(await attempt.ConfigureAwait(false), ownsSocket: true);
                    if (target.Scheme != Uri.UriSchemeHttps)
                    {
                        return stream; // without TLS, the first bytes may be a token
                    }

                    var probe = new TlsProbe(stream, isProxy);
                    _probes[target.IdnHost] = probe;
                    return probe;
                }

                last = attempt.Exception!.InnerException;
            }
        }
        catch (SocketException error)
        {
            last = error;
        }
        finally
        {
            ending.Cancel();
            attempts.ForEach(attempt => _ = CloseAsync(attempt));
        }

        var reason = (last as SocketException)?.SocketErrorCode switch
        {
            SocketError.ConnectionRefused => "connection refused",
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or null => "host not found",
            _ => "host not reachable",
        };
        throw new NetworkException(isProxy ? $"the proxy {host}:{port} does not respond: {reason}" : reason, last);
    }

    /// <summary>Gets the addresses of a host.</summary>
    private protected virtual Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) =>
        Dns.GetHostAddressesAsync(host, cancellationToken);

    /// <summary>Connects to one address.</summary>
    private protected virtual async Task<Socket> ConnectAsync(IPEndPoint address, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, cancellationToken).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Closes the connection of an attempt that is no longer needed.</summary>
    private static async Task CloseAsync(Task<Socket> attempt)
    {
        try
        {
            (await attempt.ConfigureAwait(false)).Dispose();
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException)
        {
            // The connection was not made.
        }
    }

    /// <summary>Gets whether a certificate is accepted even if this computer does not trust it.</summary>
    private protected virtual bool Accepts(X509Certificate? certificate) => false;

    private bool ValidateCertificate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        var host = (sender as SslStream)?.TargetHostName;
        return errors == SslPolicyErrors.None || Accepts(certificate) ? true
            : throw new NetworkException(TlsDiagnosis.OfCertificate(host, certificate as X509Certificate2, chain, errors));
    }

    /// <summary>
    /// Selects the client certificate. This method is called before the handshake, and again with the server certificate if the server
    /// requests a client certificate.
    /// </summary>
    private X509Certificate SelectCertificate(object sender, string host, X509CertificateCollection local, X509Certificate? remote,
        string[] issuers)
    {
        if (remote is not null && _probes.TryGetValue(host, out var probe))
        {
            probe.WantsCertificate = true;
        }

        return _settings.ClientCertificate!;
    }

    /// <summary>Gets the address of the proxy for a URL, without its credentials.</summary>
    private string ProxyOf(Uri address)
    {
        var proxy = _settings.Proxy ?? HttpClient.DefaultProxy.GetProxy(address);
        return proxy is null ? string.Empty : $"{proxy.Host}:{proxy.Port}";
    }
}
