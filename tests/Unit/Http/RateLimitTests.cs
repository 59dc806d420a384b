using System.Globalization;
using TrainingApis.Clients.Http;
using Xunit;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>Tests the limits in response headers, and the wait before the next request.</summary>
public class RateLimitTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);
    private readonly RateLimits _limits = new("X-Rate-Limit", "X-Quota");

    [Fact]
    public void Does_not_wait_without_limit_headers() => Assert.All(Acquire(1000), wait => Assert.Equal(0, wait));

    [Fact]
    public void Allows_the_remaining_requests_and_delays_others_until_the_window_ends()
    {
        Update(("X-Rate-Limit-Remaining", "2"), ("X-Rate-Limit-Reset", At(10)));

        Assert.Equal([0, 0, 10, 10], Acquire(4));
        Assert.Equal([0.5], Acquire(1, at: 9.5));
        Assert.Equal([0, 0, 0, 0], Acquire(4, at: 10)); // the limit of the next window is unknown
    }

    [Fact]
    public void Uses_the_longer_wait_of_two_limits()
    {
        Update(("X-Rate-Limit-Remaining", "0"), ("X-Rate-Limit-Reset", At(3)), ("X-Quota-Remaining", "0"), ("X-Quota-Reset", At(20)));

        Assert.Equal([20], Acquire(1));
        Assert.Equal([1], Acquire(1, at: 19));
    }

    [Fact]
    public void A_new_slice_allows_new_requests()
    {
        Update(("X-Rate-Limit-Limit", "3"), ("X-Rate-Limit-Slice-Period", "4000"), ("X-Rate-Limit-Reset", At(2)));

        Assert.Equal([0, 0, 2], Acquire(3)); // the request that got a response is one of the three
        Assert.Equal([0, 0, 0, 4, 4], Acquire(5, at: 2));
        Assert.Equal([0, 0, 0, 4], Acquire(4, at: 6));
    }

    [Fact]
    public void A_limit_of_zero_allows_one_request()
    {
        Update(("X-Rate-Limit-Limit", "0"), ("X-Rate-Limit-Slice-Period", "1"), ("X-Rate-Limit-Reset", At(2)));

        Assert.Equal([2], Acquire(1));
        Assert.Equal([0, 0.001], Acquire(2, at: 2));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3600000")]
    [InlineData("-1")]
    [InlineData("soon")]
    public void Ignores_an_invalid_period(string period)
    {
        Update(("X-Rate-Limit-Limit", "1"), ("X-Rate-Limit-Slice-Period", period), ("X-Rate-Limit-Reset", At(2)));

        Assert.Equal([0, 0, 0], Acquire(3));
    }

    [Fact]
    public void Responses_out_of_order_do_not_increase_the_remaining_requests()
    {
        Update(("X-Rate-Limit-Remaining", "1"), ("X-Rate-Limit-Reset", At(10)));
        Update(("X-Rate-Limit-Remaining", "7"), ("X-Rate-Limit-Reset", At(10))); // same window, sent earlier
        Update(("X-Rate-Limit-Remaining", "9"), ("X-Rate-Limit-Reset", At(-50))); // previous window

        Assert.Equal([0, 10], Acquire(2));
    }

    [Fact]
    public void Counts_a_request_once_in_the_same_window()
    {
        Update(("X-Rate-Limit-Limit", "3"), ("X-Rate-Limit-Slice-Period", "4000"), ("X-Rate-Limit-Reset", At(2)));
        Acquire(2);
        Update(("X-Rate-Limit-Limit", "3"), ("X-Rate-Limit-Slice-Period", "4000"), ("X-Rate-Limit-Reset", At(2)));
        Update(("X-Rate-Limit-Limit", "3"), ("X-Rate-Limit-Slice-Period", "4000"), ("X-Rate-Limit-Reset", At(-2)));

        Assert.Equal([2], Acquire(1));
    }

    [Fact]
    public void Uses_the_remaining_requests_of_a_new_window()
    {
        Update(("X-Rate-Limit-Remaining", "0"), ("X-Rate-Limit-Reset", At(2)));
        Update(("X-Rate-Limit-Remaining", "1"), ("X-Rate-Limit-Reset", At(30)));

        Assert.Equal([0, 30], Acquire(2));
    }

    [Fact]
    public void Compares_reset_times_with_the_clock_of_the_server()
    {
        var wait = _limits.Update(Response(Now.AddHours(1), ("X-Rate-Limit-Remaining", "0"), ("X-Rate-Limit-Reset", At(3605))), Now);

        Assert.Equal(TimeSpan.FromSeconds(5), wait);
        Assert.Equal([5], Acquire(1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public void Reads_reset_times_in_seconds_or_milliseconds(int factor)
    {
        var reset = (Now.AddSeconds(7).ToUnixTimeSeconds() * factor).ToString(CultureInfo.InvariantCulture);

        Assert.Equal(7, Update(("X-Rate-Limit-Remaining", " 0 "), ("X-Rate-Limit-Reset", " " + reset + " ")));
    }

    [Theory]
    [InlineData("99999999999", 366 * 86400.0)] // the largest value in seconds, in the year 5138: capped
    [InlineData("100000000000", null)] // the smallest value in milliseconds, in 1973
    [InlineData("9999999999999", 366 * 86400.0)]
    [InlineData("10000000000000", null)]
    [InlineData("1", null)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("1e9", null)]
    [InlineData("tomorrow", null)]
    public void Caps_or_ignores_an_invalid_reset_time(string reset, double? expected) =>
        Assert.Equal(expected, Update(("X-Rate-Limit-Remaining", "0"), ("X-Rate-Limit-Reset", reset)));

    [Theory]
    [InlineData(300, 300)]
    [InlineData(301, 0)] // too long to wait: the request is sent
    public void Waits_at_most_five_minutes(int seconds, int expected)
    {
        Assert.Equal(seconds, Update(("X-Rate-Limit-Remaining", "0"), ("X-Rate-Limit-Reset", At(seconds))));
        Assert.Equal([expected], Acquire(1));
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

    private double? Update(params (string Name, string Value)[] headers) => _limits.Update(Response(null, headers), Now)?.TotalSeconds;

    private double[] Acquire(int count, double at = 0) =>
        Enumerable.Range(0, count).Select(_ => _limits.TryAcquire(Now.AddSeconds(at)).TotalSeconds).ToArray();
}
