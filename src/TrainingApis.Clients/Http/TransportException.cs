using System.Net.Sockets;
using System.Security.Authentication;

namespace TrainingApis.Clients.Http;

/// <summary>Specifies why an attempt ended without a complete response.</summary>
internal enum TransportFailure
{
    /// <summary>No connection: refused, host not found, or refused by TLS or a proxy.</summary>
    NotConnected,

    /// <summary>The connection broke before or during the response.</summary>
    Broken,

    /// <summary>The attempt exceeded its time limit.</summary>
    TimedOut,

    /// <summary>The response exceeded its size limit.</summary>
    TooLarge,
}

/// <summary>Represents an attempt that ended without a complete response. It is internal to the clients.</summary>
internal sealed class TransportException(TransportFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public TransportFailure Failure { get; } = failure;

    /// <summary>Creates it from an exception of the network. The text of that exception can contain a value and is not used.</summary>
    public static TransportException From(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case TransportException known:
                    return known;
                case NetworkException known:
                    return new(known.WasConnected ? TransportFailure.Broken : TransportFailure.NotConnected, known.Message, exception);
                case AuthenticationException:
                    return new(TransportFailure.NotConnected, "the TLS handshake failed", exception);
                case SocketException socket when NameOf(socket.SocketErrorCode) is { } what:
                    return new(TransportFailure.NotConnected, what, exception);
            }
        }

        return new(TransportFailure.Broken, "connection broken", exception);
    }

    private static string? NameOf(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => "connection refused",
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "host not found",
        SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.TimedOut => "host not reachable",
        _ => null,
    };
}
