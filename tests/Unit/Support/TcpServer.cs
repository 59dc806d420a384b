using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace TrainingApis.Tests.Unit.Support;

/// <summary>Represents a server on this machine that passes each connection to a script and then closes it.</summary>
internal sealed class TcpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _acceptTask;
    private volatile bool _ended;

    public TcpServer(Func<Stream, Task> serve)
    {
        _listener.Start();
        _acceptTask = AcceptAsync(serve);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        _ended = true;
        _listener.Stop();
        await _acceptTask;
    }

    private async Task AcceptAsync(Func<Stream, Task> serve)
    {
        while (!_ended)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await serve(client.GetStream());
            }
            catch (Exception exception) when (exception is IOException or SocketException or AuthenticationException
                or InvalidOperationException)
            {
                // The client closed the connection, or the test has ended.
            }
        }
    }
}
