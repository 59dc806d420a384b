using TrainingApis.Cmdlets.Connections;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>Represents the collection of tests that run alone, because they depend on the timeout of a server.</summary>
[CollectionDefinition(nameof(IdleConnectionTests), DisableParallelization = true)]
public class SerialTestGroup;

/// <summary>Tests connections that are idle for some time.</summary>
[Collection(nameof(IdleConnectionTests))]
public class IdleConnectionTests
{
    [Fact]
    public async Task No_change_is_in_doubt_after_pauses_close_to_the_idle_timeout_of_the_server()
    {
        // The server closes idle connections after 4 s. The limit of the client is low enough for a busy machine.
        await using var server = new LoopbackServer((_, _, peer) => peer.RespondAsync("{}")) { IdleLimit = TimeSpan.FromSeconds(4) };
        using var api = Connect.Open(server, options => options.NetworkHandler = settings =>
            new NetworkHandler(settings, NetworkLimits.Default with { Idle = TimeSpan.FromSeconds(2) }));

        await Task.WhenAll(Enumerable.Range(0, 50).Select(async lane =>
        {
            for (var i = 0; i < 2; i++)
            {
                await api.SendAsync(new RawRequest("POST", "v1/Things") { HasBody = true, Body = "{}" }, null,
                    TestContext.Current.CancellationToken);
                await Task.Delay(TimeSpan.FromMilliseconds(3750 + (lane * 10)), TestContext.Current.CancellationToken);
            }
        }));

        Assert.Equal(100, server.Calls.Count);
    }
}
