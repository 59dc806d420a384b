using System.Net.Sockets;
using System.Security.Authentication;

namespace TrainingApis.Clients.Http;

/// <summary>An attempt that ended without a whole answer. It never leaves the clients.</summary>
internal sealed class ExchangeException(ExchangeFailure failure, string words, Exception? inner = null) : Exception(words, inner)
{
    public ExchangeFailure Failure { get; } = failure;

    /// <summary>Says what an exception of the network means, in words that hold no value.</summary>
    public static ExchangeException From(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case ExchangeException known:
                    return known;
                case AuthenticationException:
                    return new(ExchangeFailure.NotConnected,
                        "TLS was refused: the certificate is not trusted or does not belong to this host", exception);
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused }:
                    return new(ExchangeFailure.NotConnected, "connection refused", exception);
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                    return new(ExchangeFailure.NotConnected, "host not found", exception);
                case SocketException { SocketErrorCode: SocketError.NetworkUnreachable or SocketError.HostUnreachable
                    or SocketError.TimedOut }:
                    return new(ExchangeFailure.NotConnected, "host not reachable", exception);
                case HttpRequestException when cause.Message.Contains("proxy tunnel", StringComparison.OrdinalIgnoreCase):
                    return new(ExchangeFailure.NotConnected, "the proxy refused", exception);
            }
        }
        return new(ExchangeFailure.Broken, "connection broken", exception);
    }
}
