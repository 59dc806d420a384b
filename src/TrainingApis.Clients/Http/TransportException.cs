using System.Net.Sockets;
using System.Security.Authentication;

namespace TrainingApis.Clients.Http;

/// <summary>An attempt that ended without a whole answer. It never leaves the clients.</summary>
internal sealed class TransportException(TransportFailure failure, string words, Exception? inner = null) : Exception(words, inner)
{
    public TransportFailure Failure { get; } = failure;

    /// <summary>Says what an exception of the network means, in words that hold no value.</summary>
    public static TransportException From(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case TransportException known:
                    return known;
                case AuthenticationException:
                    return new(TransportFailure.NotConnected,
                        "TLS was refused: the certificate is not trusted or does not belong to this host", exception);
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused }:
                    return new(TransportFailure.NotConnected, "connection refused", exception);
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                    return new(TransportFailure.NotConnected, "host not found", exception);
                case SocketException { SocketErrorCode: SocketError.NetworkUnreachable or SocketError.HostUnreachable
                    or SocketError.TimedOut }:
                    return new(TransportFailure.NotConnected, "host not reachable", exception);
                case HttpRequestException when cause.Message.Contains("proxy tunnel", StringComparison.OrdinalIgnoreCase):
                    return new(TransportFailure.NotConnected, "the proxy refused", exception);
            }
        }
        return new(TransportFailure.Broken, "connection broken", exception);
    }
}
