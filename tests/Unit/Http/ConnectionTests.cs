using System.Text;
using TrainingApis.Clients.Http;
using TrainingApis.Loop;
using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Support.ScriptedHandler;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>Tests the resources of a connection, and their release.</summary>
public class ConnectionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_that_waits_for_a_retry_is_not_in_doubt_when_the_connection_is_disposed()
    {
        var server = new ScriptedHandler(() => Status(429, ("Retry-After", "120")));
        var api = Connect.Open(Connect.Options(server));

        var error = await Assert.ThrowsAsync<ApiException>(() =>
            api.SendAsync(new RawRequest("POST", "v1/Things"), new CloseOnWait(api), Cancel));

        Assert.Equal(ApiErrorKind.NotConnected, error.Kind);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task Does_not_retry_a_401_if_the_key_cannot_be_renewed()
    {
        var server = new ScriptedHandler(() => Status(401));
        using var sender = new ApiSender(Connect.Options(server), new ErrorMap(new Redactor(), TimeProvider.System, (_, _, _) => { }),
            TimeProvider.System);
        var request = new ApiRequest(LoopOperations.GetFolders, HttpMethod.Get, new Uri("https://loop.example.com/LOOPHUB"), "LOOPHUB",
            "list")
        {
            Token = new Keys(),
            Headers = [new("X-Context", "c")],
        };

        var error = await Assert.ThrowsAsync<ApiException>(() => sender.SendAsync(request, null, Cancel));

        Assert.Equal((ApiErrorKind.AuthenticationFailed, ApiService.Loop), (error.Kind, error.Api));
        var call = Assert.Single(server.Calls);
        Assert.Equal(("k1", "k2:secret", "c"),
            (call.Headers["Ocp-Apim-Subscription-Key"], call.Headers["x-apikey"], call.Headers["X-Context"]));
    }

    [Fact]
    public async Task Dispose_closes_the_sockets()
    {
        await using var server = new LoopbackServer((_, _, peer) => peer.RespondAsync("{}"));
        var api = Connect.Open(server);
        await api.SendAsync(new RawRequest("GET", "v1/Things"), null, Cancel);
        Assert.True(server.Open > 0);

        api.Dispose();

        for (var i = 0; server.Open > 0 && i < 100; i++)
        {
            await Task.Delay(20, Cancel);
        }

        Assert.Equal(0, server.Open);
    }

    [Fact]
    public async Task Does_not_dispose_a_transport_of_the_caller()
    {
        var server = new ScriptedHandler(() => Body("{}"));
        for (var i = 0; i < 2; i++)
        {
            using var api = Connect.Open(server);
            await api.SendAsync(new RawRequest("GET", "v1/Things"), null, Cancel);
        }
        Assert.Equal(2, server.Calls.Count);
    }

    [Fact]
    public async Task Clears_a_body_with_secrets_after_the_request()
    {
        var server = new ScriptedHandler(() => Body("{}"));
        using var sender = new ApiSender(Connect.Options(server), new ErrorMap(new Redactor(), TimeProvider.System, (_, _, _) => { }),
            TimeProvider.System);
        var request = new ApiRequest(LoopOperations.AddClient, HttpMethod.Post, new Uri("https://loop.example.com/x"), "x", "add")
        {
            Body = Encoding.UTF8.GetBytes("a=secret"),
            HoldsSecrets = true,
        };

        using var response = await sender.SendAsync(request, null, Cancel);

        Assert.Equal("a=secret", Assert.Single(server.Calls).Body);
        Assert.All(request.Body, value => Assert.Equal(0, value));
    }

    [Fact]
    public async Task Keeps_its_own_copy_of_the_secret()
    {
        var server = new ScriptedHandler(() => Body("{}"));
        var options = Connect.Options(server);
        using var api = Connect.Open(options, new VirtualTime());
        options.ClientSecret.Dispose();

        await api.AuthenticateAsync(null, Cancel);

        Assert.Contains("s3cr3t", Assert.Single(server.TokenCalls).Body);
    }

    [Fact]
    public async Task Notifies_the_observer_of_each_attempt_and_its_outcome()
    {
        using var cancel = new CancellationTokenSource();
        var server = new ScriptedHandler(async (_, cancellation) =>
        {
            cancel.CancelAfter(20);
            await Task.Delay(-1, cancellation);
            return Status(500);
        });
        var observer = new Recorder();
        using var api = Connect.Open(server);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            api.Catalog(observer).GetProductAsync("202500038", true, cancel.Token));

        Assert.Equal(
            ["POST token.example.com connect/token -> 200", "GET catalog.example.com v1/Products/{yearlyProductCode} -> cancelled"],
            observer.Exchanges.Select(exchange => exchange.ToString().Split(" in ")[0]));
    }

    private sealed class CloseOnWait(IApi api) : IApiObserver
    {
        public void OnExchange(ApiExchange exchange) { }

        public void OnWaiting(ApiWait wait) => ThreadPool.QueueUserWorkItem(_ => api.Dispose());
    }

    private sealed class Keys : ITokenSource
    {
        public bool CanRenew => false;

        public DateTimeOffset? Expires => null;

        public Task<AccessToken> GetAsync(AccessToken? refused, IApiObserver? observer, CancellationToken cancellationToken) =>
            Task.FromResult(
            new AccessToken(DateTimeOffset.MaxValue, DateTimeOffset.MaxValue, new("Ocp-Apim-Subscription-Key", "k1"),
                new("x-apikey", "k2:secret")));

        public void Forget() { }
    }
}
