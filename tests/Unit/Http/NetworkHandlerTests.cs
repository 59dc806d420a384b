using System.Net;
using System.Net.Sockets;
using TrainingApis.Clients.Http;
using TrainingApis.Cmdlets.Connections;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>Tests how connections are opened, kept open and closed.</summary>
public class NetworkHandlerTests
{
    private static readonly NetworkSettings Settings = new(null, null, null, false);

    private static readonly IPAddress Unresponsive = IPAddress.Parse("192.0.2.1"); // reserved for documentation

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Has_default_limits_for_idle_connections_and_for_connecting() =>
        Assert.Equal(new NetworkLimits(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(2)),
            NetworkLimits.Default);

    [Fact]
    public async Task Tries_the_second_address_if_the_first_does_not_respond()
    {
        await using var server = new LoopbackServer((_, _, peer) => peer.RespondAsync("{}"));
        using var client = Client(NetworkLimits.Default with { NextAddress = TimeSpan.FromMilliseconds(100) },
            Unresponsive, IPAddress.Loopback);

        using var response = await client.GetAsync($"http://two.example.com:{server.Port}/x", Cancel);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Tries_the_second_address_immediately_if_the_first_refuses_the_connection()
    {
        await using var server = new LoopbackServer((_, _, peer) => peer.RespondAsync("{}"));
        using var client = Client(NetworkLimits.Default with { NextAddress = TimeSpan.FromMinutes(5) },
            IPAddress.IPv6Loopback, IPAddress.Loopback);

        using var response = await client.GetAsync($"http://two.example.com:{server.Port}/x", Cancel);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Times_out_if_no_address_responds()
    {
        using var client = Client(new NetworkLimits(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(0.1)),
            Unresponsive, Unresponsive);

        var error = await FailAsync(client, "http://two.example.com/x");

        Assert.Equal(("no response within 0.5 seconds", false), (error.Message, error.WasConnected));
    }

    [Fact]
    public async Task Reports_an_unknown_host_and_a_closed_port()
    {
        using var unknown = Client(NetworkLimits.Default);
        using var closed = Client(NetworkLimits.Default, IPAddress.Loopback);
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        Assert.Equal("host not found", (await FailAsync(unknown, "http://no.example.com/")).Message);
        Assert.Equal("connection refused", (await FailAsync(closed, $"http://closed.example.com:{port}/")).Message);
    }

    [Fact]
    public async Task Dispose_closes_the_sockets_of_earlier_handlers()
    {
        await using var server = new LoopbackServer((_, _, peer) => peer.RespondAsync("{}"));
        var errors = new ErrorMap(new Redactor(), TimeProvider.System, (_, _, _) => { });
        var stack = new HttpStack(Connect.Options(), errors, TimeProvider.System, null, TimeSpan.FromSeconds(1));
        for (var i = 0; i < 2; i++)
        {
            var client = stack.CreateClient();
            var call = new ApiCall(new ApiRequest(TrainingApis.Cegos.CegosOperations.GetCatalogs, HttpMethod.Get,
                new Uri(server.Address + "v1/Catalogs"), "v1/Catalogs", "list"), null);
            using var response = await client.SendAsync(call.CreateMessage(), Cancel);
            await Task.Delay(TimeSpan.FromSeconds(1.5), Cancel);
        }
        Assert.Equal(2, server.Open);

        stack.Dispose();

        for (var i = 0; server.Open > 0 && i < 250; i++)
        {
            await Task.Delay(20, Cancel);
        }

        Assert.Equal(0, server.Open);
    }

    [Fact]
    public async Task All_buffered_responses_use_at_most_twice_the_limit()
    {
        const int limit = 4 * 1024 * 1024;
        var buffer = new ResponseBuffer(limit);
        var held = new List<PooledContent>();

        var error = await Assert.ThrowsAsync<TransportException>(async () =>
        {
            while (held.Count < 10)
            {
                held.Add(await buffer.ReadAsync(new ByteArrayContent(new byte[limit]), Cancel));
            }
        });

        Assert.Single(held); // while the second buffer grows, the total exceeds the limit
        Assert.Equal(TransportFailure.TooLarge, error.Failure);
        Assert.Contains($"{2 * limit} bytes", error.Message, StringComparison.Ordinal);
        held.ForEach(content => content.Dispose());
        using var again = await buffer.ReadAsync(new ByteArrayContent(new byte[limit]), Cancel);
        Assert.Equal(limit, again.Bytes.Length);
    }

    private static HttpClient Client(NetworkLimits limits, params IPAddress[] addresses) =>
        new(new TestNetworkHandler(Settings, limits) { Addresses = addresses, Unresponsive = Unresponsive });

    private static async Task<NetworkException> FailAsync(HttpClient client, string address)
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => client.GetAsync(address, Cancel));
        while (error.InnerException is { } inner && error is not NetworkException)
        {
            error = inner;
        }

        return Assert.IsType<NetworkException>(error);
    }
}
