using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TrainingApis.Tests.Unit.Support;

/// <summary>
/// A server on this machine that speaks raw TCP, so that a test can break the connection where it wants. Each request that is no token
/// call goes to the script with its number, from 1.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<int, Sent, Peer, Task> _script;
    private readonly CancellationTokenSource _ending = new();
    private readonly List<Sent> _calls = [];
    private readonly Task _accepting;
    private int _open;

    public LoopbackServer(Func<int, Sent, Peer, Task> script)
    {
        _script = script;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Address => $"http://127.0.0.1:{Port}/";

    /// <summary>How many connections are open.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>How long a connection may be without a request before it is closed, which the client hears a little later.</summary>
    public TimeSpan IdleLimit { get; init; } = Timeout.InfiniteTimeSpan;

    public IReadOnlyList<Sent> Calls { get { lock (_calls) { return _calls.ToArray(); } } }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_ending.Token));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        client.NoDelay = true;
        Interlocked.Increment(ref _open);
        var peer = new Peer(client, _ending.Token);
        try
        {
            while (await NextRequestAsync(client.GetStream()) is { } sent)
            {
                if (sent.Url.EndsWith("/connect/token", StringComparison.Ordinal))
                {
                    await peer.RespondAsync("""{"access_token":"token","expires_in":3600}""");
                    continue;
                }
                int number;
                lock (_calls)
                {
                    _calls.Add(sent);
                    number = _calls.Count;
                }
                await _script(number, sent, peer);
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException
            or ObjectDisposedException)
        {
            // The connection ended, by one side or the other.
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private async Task<Sent?> NextRequestAsync(NetworkStream stream)
    {
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(_ending.Token);
        idle.CancelAfter(IdleLimit);
        var first = new byte[1];
        try
        {
            return await stream.ReadAsync(first, idle.Token) == 0 ? null : await ReadRequestAsync(stream, first[0]);
        }
        catch (OperationCanceledException) when (!_ending.IsCancellationRequested)
        {
            // As over a long way: what arrives while the news of the end is on its way is lost.
            await Task.Delay(200, _ending.Token);
            return null;
        }
    }

    private async Task<Sent?> ReadRequestAsync(NetworkStream stream, byte first)
    {
        var head = new List<byte> { first };
        var one = new byte[1];
        while (head.Count < 4 || !head.Skip(head.Count - 4).SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            if (await stream.ReadAsync(one, _ending.Token) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }
        var lines = Encoding.Latin1.GetString(head.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length) : 0];
        await stream.ReadExactlyAsync(body, _ending.Token);
        var start = lines[0].Split(' ');
        return new Sent(start[0], start[1], headers, Encoding.UTF8.GetString(body));
    }
}
