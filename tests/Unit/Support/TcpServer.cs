using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace TrainingApis.Tests.Unit.Support;

/// <summary>A server on this machine that hands each connection to a script and then closes it.</summary>
internal sealed class TcpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _accepting;
    private volatile bool _ended;

    public TcpServer(Func<Stream, Task> serve)
    {
        _listener.Start();
        _accepting = AcceptAsync(serve);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        _ended = true;
        _listener.Stop();
        await _accepting;
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
                // The client left, as it should, or the test is over.
            }
        }
    }
}
