using System.Globalization;
using TrainingApis.Clients.Http;
using Xunit;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>What a vendor's headers say of its limits, and how long the next call has to wait by them.</summary>
public class RateLimitTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);
    private readonly RateLimits _limits = new("X-Rate-Limit", "X-Quota");

    [Fact]
    public void Nothing_is_waited_for_where_nothing_was_said() => Assert.All(Claims(1000), wait => Assert.Equal(0, wait));

    [Fact]
    public void As_many_as_remain_may_go_and_the_next_when_the_window_ends()
    {
        Learn(("X-Rate-Limit-Remaining", "2"), ("X-Rate-Limit-Reset", At(10)));

        Assert.Equal([0, 0, 10, 10], Claims(4));
        Assert.Equal([0.5], Claims(1, at: 9.5));
        Assert.Equal([0, 0, 0, 0], Claims(4, at: 10)); // of the next window nothing is known
    }

    [Fact]
    public void Of_two_limits_the_longer_wait_counts()
    {
        Learn(("X-Rate-Limit-Remaining", "0"), ("X-Rate-Limit-Reset", At(3)), ("X-Quota-Remaining", "0"), ("X-Quota-Reset", At(20)));

        Assert.Equal([20], Claims(1));
        Assert.Equal([1], Claims(1, at: 19));
    }

    [Fact]
    public void A_slice_makes_room_again_when_it_is_over()
    {
        Learn(("X-Rate-Limit-Limit", "3"), ("X-Rate-Limit-Slice-Period", "4000"), ("X-Rate-Limit-Reset", At(2)));

        Assert.Equal([0, 0, 2], Claims(3)); // the request that got a response is one of the three
        Assert.Equal([0, 0, 0, 4, 4], Claims(5, at: 2));
        Assert.Equal([0, 0, 0, 4], Claims(4, at: 6));
    }

    [Fact]
    public void A_limit_of_none_lets_one_through()
    {
        Learn(("X-Rate-Limit-Limit", "0"), ("X-Rate-Limit-Slice-Period", "1"), ("X-Rate-Limit-Reset", At(2)));

        Assert.Equal([2], Claims(1));
        Assert.Equal([0, 0.001], Claims(2, at: 2));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3600000")]
    [InlineData("-1")]
    [InlineData("soon")]
    public void A_period_that_makes_no_sense_is_none(string period)
    {
        Learn(("X-Rate-Limit-Limit", "1"), ("X-Rate-Limit-Slice-Period", period), ("X-Rate-Limit-Reset", At(2)));

        Assert.Equal([0, 0, 0], Claims(3));
    }

    [Fact]
    public void Responses_that_come_out_of_order_give_nothing_back()
    {
        Learn(("X-Rate-Limit-Remaining", "1"), ("X-Rate-Limit-Reset", At(10)));
        Learn(("X-Rate-Limit-Remaining", "7"), ("X-Rate-Limit-Reset", At(10))); // of the same window, sent before
        Learn(("X-Rate-Limit-Remaining", "9"), ("X-Rate-Limit-Reset", At(-50))); // of the one before

        Assert.Equal([0, 10], Claims(2));
    }

    [Fact]
    public void The_same_window_takes_no_slots_twice()
    {
        Learn(("X-Rate-Limit-Limit", "3"), ("X-Rate-Limit-Slice-Period", "4000"), ("X-Rate-Limit-Reset", At(2)));
        Claims(2);
        Learn(("X-Rate-Limit-Limit", "3"), ("X-Rate-Limit-Slice-Period", "4000"), ("X-Rate-Limit-Reset", At(2)));
        Learn(("X-Rate-Limit-Limit", "3"), ("X-Rate-Limit-Slice-Period", "4000"), ("X-Rate-Limit-Reset", At(-2)));

        Assert.Equal([2], Claims(1));
    }

    [Fact]
    public void A_new_window_has_what_it_says()
    {
        Learn(("X-Rate-Limit-Remaining", "0"), ("X-Rate-Limit-Reset", At(2)));
        Learn(("X-Rate-Limit-Remaining", "1"), ("X-Rate-Limit-Reset", At(30)));

        Assert.Equal([0, 30], Claims(2));
    }

    [Fact]
    public void Their_moments_are_on_their_clock()
    {
        var wait = _limits.Update(Response(Now.AddHours(1), ("X-Rate-Limit-Remaining", "0"), ("X-Rate-Limit-Reset", At(3605))), Now);

        Assert.Equal(TimeSpan.FromSeconds(5), wait);
        Assert.Equal([5], Claims(1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public void Moments_are_in_seconds_or_milliseconds(int factor)
    {
        var reset = (Now.AddSeconds(7).ToUnixTimeSeconds() * factor).ToString(CultureInfo.InvariantCulture);

        Assert.Equal(7, Learn(("X-Rate-Limit-Remaining", " 0 "), ("X-Rate-Limit-Reset", " " + reset + " ")));
    }

    [Theory]
    [InlineData("99999999999", 366 * 86400.0)] // the last of seconds, in the year 5138: no window is that far away
    [InlineData("100000000000", null)] // the first of milliseconds, in 1973
    [InlineData("9999999999999", 366 * 86400.0)]
    [InlineData("10000000000000", null)]
    [InlineData("1", null)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("1e9", null)]
    [InlineData("tomorrow", null)]
    public void A_moment_that_makes_no_sense_is_none(string reset, double? expected) =>
        Assert.Equal(expected, Learn(("X-Rate-Limit-Remaining", "0"), ("X-Rate-Limit-Reset", reset)));

    [Theory]
    [InlineData(300, 300)]
    [InlineData(301, 0)] // too long to be waited for: the vendor may refuse it, or not
    public void No_call_waits_longer_than_five_minutes(int seconds, int expected)
    {
        Assert.Equal(seconds, Learn(("X-Rate-Limit-Remaining", "0"), ("X-Rate-Limit-Reset", At(seconds))));
        Assert.Equal([expected], Claims(1));
    }

    private static string At(double seconds) => Now.AddSeconds(seconds).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static HttpResponseMessage Response(DateTimeOffset? date, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage();
        response.Headers.Date = date;
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    private double? Learn(params (string Name, string Value)[] headers) => _limits.Update(Response(null, headers), Now)?.TotalSeconds;

    private double[] Claims(int count, double at = 0) =>
        Enumerable.Range(0, count).Select(_ => _limits.TryAcquire(Now.AddSeconds(at)).TotalSeconds).ToArray();
}
