using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>Tests requests over TCP with connection failures at every stage.</summary>
public class NetworkTests
{
    private const string Good = """{"data":[{"id":1}]}""";
    private static readonly RawRequest Read = new("GET", "v1/Things");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Failures => ["close", "reset", "half of the head", "half of the body", "half of a chunk"];

    [Theory, MemberData(nameof(Failures))]
    public async Task Retries_a_GET_after_a_broken_connection(string failure)
    {
        await using var server = new LoopbackServer((number, _, peer) => number == 1 ? BreakAsync(peer, failure) : peer.RespondAsync(Good));
        var observer = new Recorder();
        using var api = Connect.Open(server);

        var response = await api.SendAsync(Read, observer, Cancel);

        Assert.Equal(200, response.StatusCode);
        // .NET itself may retry a GET on a connection without a response. The observer receives only the retries of the module.
        Assert.InRange(server.Calls.Count, 2, 3);
        Assert.All(observer.Waits, wait => Assert.Equal("connection broken", wait.Reason));
    }

    [Theory]
    [InlineData("POST", true)]
    [InlineData("POST", false)]
    [InlineData("PUT", false)]
    [InlineData("PATCH", true)]
    [InlineData("DELETE", false)]
    [InlineData("DELETE", true)]
    public async Task Does_not_retry_a_change_after_a_broken_connection(string method, bool hasBody)
    {
        foreach (var failure in Failures.Select(row => row.Data))
        {
            await using var server = new LoopbackServer((_, _, peer) => BreakAsync(peer, failure));
            using var api = Connect.Open(server);

            var error = await Assert.ThrowsAsync<ApiException>(() =>
                api.SendAsync(new RawRequest(method, "v1/Things") { HasBody = hasBody, Body = hasBody ? "{}" : null }, null, Cancel));

            Assert.Equal((ApiErrorKind.InDoubt, "Request"), (error.Kind, error.Operation));
            var call = Assert.Single(server.Calls);
            Assert.Equal(hasBody ? "2" : "0", call.Headers["Content-Length"]);
            Assert.Equal(hasBody, call.Headers.ContainsKey("Content-Type"));
        }
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task Does_not_retry_a_change_on_a_reused_connection(bool hasBody, bool isReset)
    {
        await using var server = new LoopbackServer(async (number, _, peer) =>
        {
            if (number <= 3)
            {
                await peer.RespondAsync(Good);
            }
            else if (isReset)
            {
                peer.Reset();
            }
            else
            {
                peer.Close();
            }
        });
        using var api = Connect.Open(server);
        for (var i = 0; i < 3; i++)
        {
            await api.SendAsync(Read, null, Cancel);
        }

        var error = await Assert.ThrowsAsync<ApiException>(() =>
            api.SendAsync(new RawRequest("PUT", "v1/Things") { HasBody = hasBody, Body = "{}" }, null, Cancel));

        Assert.Equal(ApiErrorKind.InDoubt, error.Kind);
        Assert.Equal(4, server.Calls.Count);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Retries_a_refused_connection_for_reads_and_changes(string method)
    {
        await using var server = new LoopbackServer((_, _, peer) => peer.RespondAsync(Good));
        var observer = new Recorder();
        using var api = Connect.Open(server, options =>
            { options.CatalogUri = new Uri($"http://127.0.0.1:{UnusedPort()}/"); options.MaximumRetryCount = 2; });

        var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(new RawRequest(method, "v1/Things"), observer, Cancel));

        Assert.Equal(ApiErrorKind.Unreachable, error.Kind);
        Assert.Equal(["connection refused", "connection refused"], observer.Waits.Select(wait => wait.Reason));
        Assert.Contains("connection refused", error.Message);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task An_unknown_host_is_unreachable(string method)
    {
        await using var server = new LoopbackServer((_, _, peer) => peer.RespondAsync(Good));
        using var api = Connect.Open(server, options =>
            { options.CatalogUri = new Uri("https://no-such-host.invalid/"); options.MaximumRetryCount = 0; });

        var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(new RawRequest(method, "v1/Things"), null, Cancel));

        Assert.Equal(ApiErrorKind.Unreachable, error.Kind);
        Assert.Contains("no-such-host.invalid", error.Message);
    }

    [Theory]
    [InlineData("GET", ApiErrorKind.Unreachable)]
    [InlineData("POST", ApiErrorKind.InDoubt)]
    public async Task Does_not_follow_a_redirect(string method, ApiErrorKind kind)
    {
        await using var server = new LoopbackServer((_, _, peer) =>
            peer.RespondAsync("{}", 307, "Location: https://elsewhere.example.com/secret-path?q=1\r\n"));
        using var api = Connect.Open(server);

        var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(new RawRequest(method, "v1/Things"), null, Cancel));

        Assert.Equal((kind, 307), (error.Kind, error.StatusCode));
        Assert.Contains("elsewhere.example.com", error.Message);
        Assert.DoesNotContain("secret-path", error.Message);
        Assert.Single(server.Calls);
    }

    [Theory]
    [InlineData("GET", ApiErrorKind.Timeout)]
    [InlineData("POST", ApiErrorKind.InDoubt)]
    public async Task The_timeout_includes_the_body(string method, ApiErrorKind kind)
    {
        await using var server = new LoopbackServer(async (_, _, peer) =>
        {
            await peer.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{");
            await Task.Delay(-1, peer.Cancellation);
        });
        using var api = Connect.Open(server, options => options.Timeout = TimeSpan.FromMilliseconds(300));
        var watch = Stopwatch.StartNew();

        var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(new RawRequest(method, "v1/Things"), null, Cancel));

        Assert.Equal(kind, error.Kind);
        Assert.Single(server.Calls);
        Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Cancels_a_stalled_body_immediately()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = new LoopbackServer(async (_, _, peer) =>
        {
            await peer.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{");
            cancel.CancelAfter(50);
            await Task.Delay(-1, peer.Cancellation);
        });
        using var api = Connect.Open(server);

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            api.SendAsync(Read, null, cancel.Token).WaitAsync(TimeSpan.FromSeconds(5), Cancel));

        Assert.Equal(cancel.Token, error.CancellationToken);
    }

    [Theory]
    [InlineData("GET", ApiErrorKind.NotConnected)]
    [InlineData("POST", ApiErrorKind.InDoubt)]
    public async Task Dispose_cancels_the_request_in_flight(string method, ApiErrorKind kind)
    {
        var arrived = new TaskCompletionSource();
        await using var server = new LoopbackServer(async (_, _, peer) =>
        {
            arrived.SetResult();
            await Task.Delay(-1, peer.Cancellation);
        });
        using var api = Connect.Open(server);
        var call = api.SendAsync(new RawRequest(method, "v1/Things"), null, Cancel);
        await arrived.Task;

        api.Dispose();

        Assert.Equal(kind, (await Assert.ThrowsAsync<ApiException>(() => call.WaitAsync(TimeSpan.FromSeconds(5), Cancel))).Kind);
    }

    private static async Task BreakAsync(Peer peer, string failure)
    {
        switch (failure)
        {
            case "close":
                peer.Close();
                return;
            case "reset":
                peer.Reset();
                return;
            case "half of the head":
                await peer.WriteAsync("HTTP/1.1 200 OK\r\nContent-Le");
                break;
            case "half of the body":
                await peer.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"data\":");
                break;
            default:
                await peer.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{\"da");
                break;
        }
        peer.Close();
    }

    private static int UnusedPort()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return port;
    }
}
