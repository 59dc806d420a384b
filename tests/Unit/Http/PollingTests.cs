using TrainingApis.Clients.Http;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>Asking again and again whether something has ended.</summary>
public class PollingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_last_reading_is_made_once_when_the_time_is_up_though_the_timer_rings_early()
    {
        var time = new VirtualTime { RingsEarly = TimeSpan.FromMilliseconds(0.5) };
        var readings = 0;

        Assert.Equal(1, await new Polling(time)
            .UntilAsync(_ => Task.FromResult(++readings), _ => readings > 5, TimeSpan.FromSeconds(1), null, Cancel));

        Assert.Equal([TimeSpan.FromSeconds(1)], time.Waits);
    }

    [Fact]
    public async Task The_waits_double_from_two_seconds_to_thirty_less_a_fifth_at_most_and_the_last_is_what_is_left()
    {
        var time = new VirtualTime();

        await new Polling(time).UntilAsync(_ => Task.FromResult(0), _ => false, TimeSpan.FromSeconds(120), null, Cancel);

        double[] longest = [2, 4, 8, 16, 30, 30, 30, 30];
        Assert.All(time.Waits.SkipLast(1).Select((wait, index) => (wait.TotalSeconds, Longest: longest[index])), wait =>
            Assert.InRange(wait.TotalSeconds, wait.Longest * 0.8, wait.Longest));
        Assert.Equal(120, time.Waits.Sum(wait => wait.TotalSeconds), precision: 3);
    }

    [Fact]
    public async Task It_ends_with_what_has_ended()
    {
        var time = new VirtualTime();
        var readings = 0;

        Assert.Equal(3, await new Polling(time)
            .UntilAsync(_ => Task.FromResult(++readings), seen => seen == 3, TimeSpan.FromSeconds(300), null, Cancel));

        Assert.Equal(3, time.Waits.Count);
    }
}
