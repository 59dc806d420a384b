using TrainingApis.Cegos;
using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Support.ScriptedHandler;

namespace TrainingApis.Tests.Unit.Cegos;

/// <summary>Tests the polling of a deferral.</summary>
public class DeferralWaitTests
{
    [Fact]
    public async Task Reads_once_at_the_timeout_if_the_timer_fires_early()
    {
        var time = new VirtualTime { FiresEarlyBy = TimeSpan.FromMilliseconds(0.5) };

        var (deferral, reads) = await WaitAsync(time, 6, TimeSpan.FromSeconds(1));

        Assert.Equal((DeferralStatus.Scheduled, 1), (deferral.Status, reads));
        Assert.Equal([TimeSpan.FromSeconds(1)], time.Waits);
    }

    [Fact]
    public async Task Waits_double_from_2_to_30_seconds_with_up_to_20_percent_jitter_until_the_timeout()
    {
        var time = new VirtualTime();

        await WaitAsync(time, 100, TimeSpan.FromSeconds(120));

        double[] longest = [2, 4, 8, 16, 30, 30, 30, 30];
        Assert.All(time.Waits.SkipLast(1).Select((wait, index) => (wait.TotalSeconds, Longest: longest[index])), wait =>
            Assert.InRange(wait.TotalSeconds, wait.Longest * 0.8, wait.Longest));
        Assert.Equal(120, time.Waits.Sum(wait => wait.TotalSeconds), precision: 3);
    }

    [Fact]
    public async Task Stops_polling_when_the_deferral_is_processed()
    {
        var time = new VirtualTime();

        var (deferral, reads) = await WaitAsync(time, 3, TimeSpan.FromSeconds(300));

        Assert.Equal((DeferralStatus.Processed, "INS-9", 3), (deferral.Status, deferral.RegistrationNumber, reads));
        Assert.Equal(3, time.Waits.Count);
    }

    private static async Task<(Deferral Deferral, int Reads)> WaitAsync(VirtualTime time, int processedAt, TimeSpan timeout)
    {
        var reads = 0;
        var server = new ScriptedHandler(_ => Body(++reads < processedAt ? """{"status":"Scheduled"}"""
            : """{"status":"Processed","response":{"code":"SUCCESS","id":"INS-9"}}"""));
        using var api = Connect.Open(server, time);
        var deferral = await api.Registrations().WaitForDeferralAsync("T-1", timeout, null, TestContext.Current.CancellationToken);
        return (deferral, reads);
    }
}
