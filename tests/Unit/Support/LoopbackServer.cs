using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TrainingApis.Tests.Unit.Support;

/// <summary>
/// Represents a TCP server on this machine whose connections a test can break at any point. Each request except token requests is passed
/// to the script with its number, from 1.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<int, SentRequest, Peer, Task> _script;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly List<SentRequest> _calls = [];
    private readonly Task _acceptTask;
    private int _open;

    public LoopbackServer(Func<int, SentRequest, Peer, Task> script)
    {
        _script = script;
        _listener.Start();
        _acceptTask = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Address => $"http://127.0.0.1:{Port}/";

    /// <summary>Gets the number of open connections.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>Gets how long a connection can be idle before it is closed. The client is notified later.</summary>
    public TimeSpan IdleLimit { get; init; } = Timeout.InfiniteTimeSpan;

    public IReadOnlyList<SentRequest> Calls { get { lock (_calls) { return _calls.ToArray(); } } }

    public async ValueTask DisposeAsync()
    {
        await _cancellation.CancelAsync();
        _listener.Stop();
        await _acceptTask;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_cancellation.Token));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The test has ended.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        client.NoDelay = true;
        Interlocked.Increment(ref _open);
        var peer = new Peer(client, _cancellation.Token);
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
            // The client or the server closed the connection.
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private async Task<SentRequest?> NextRequestAsync(NetworkStream stream)
    {
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(_cancellation.Token);
        idle.CancelAfter(IdleLimit);
        var first = new byte[1];
        try
        {
            return await stream.ReadAsync(first, idle.Token) == 0 ? null : await ReadRequestAsync(stream, first[0]);
        }
        catch (OperationCanceledException) when (!_cancellation.IsCancellationRequested)
        {
            // Simulates latency: requests that arrive before the client is notified are lost.
            await Task.Delay(200, _cancellation.Token);
            return null;
        }
    }

    private async Task<SentRequest?> ReadRequestAsync(NetworkStream stream, byte first)
    {
        var head = new List<byte> { first };
        var one = new byte[1];
        while (head.Count < 4 || !head.Skip(head.Count - 4).SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            if (await stream.ReadAsync(one, _cancellation.Token) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }
        var lines = Encoding.Latin1.GetString(head.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length) : 0];
        await stream.ReadExactlyAsync(body, _cancellation.Token);
        var start = lines[0].Split(' ');
        return new SentRequest(start[0], start[1], headers, Encoding.UTF8.GetString(body));
    }
}
