using TrainingApis.Cmdlets.Connections;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>Tests that need the machine for themselves, because they race with a server's clock.</summary>
[CollectionDefinition(nameof(IdleConnectionTests), DisableParallelization = true)]
public class MachineForItself;

/// <summary>Connections that nobody uses for a while.</summary>
[Collection(nameof(IdleConnectionTests))]
public class IdleConnectionTests
{
    [Fact]
    public async Task Changes_with_pauses_around_the_servers_idle_limit_leave_none_in_doubt()
    {
        // The server closes after 4 s. The client's limit is far enough from it for a machine that has other work.
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
