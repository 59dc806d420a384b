using TrainingApis.Cmdlets.Changes;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Changes;

/// <summary>Tests the circuit breaker, which pauses a run after outcomes in doubt.</summary>
public sealed class CircuitBreakerTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly VirtualTime _time = new();
    private int _probes;

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(3, 4)]
    [InlineData(16, 17)]
    public void The_threshold_is_the_throttle_limit_plus_one_and_at_least_three(int throttleLimit, int threshold)
    {
        var breaker = CircuitBreaker.For(throttleLimit);
        Assert.Equal(threshold, breaker.Threshold);
        for (var number = 1; number <= threshold; number++)
        {
            Assert.False(breaker.IsOpen);
            breaker.Record(isInDoubt: true);
        }

        Assert.True(breaker.IsOpen);
        Assert.False(breaker.IsOnTrial);
    }

    [Fact]
    public void A_definite_outcome_resets_the_count()
    {
        var breaker = Open(2);
        breaker.Record(isInDoubt: false);
        Assert.False(breaker.IsOpen);
        breaker.Record(isInDoubt: true);
        Assert.False(breaker.IsOpen);
        breaker.Record(isInDoubt: true);
        Assert.True(breaker.IsOpen);
    }

    [Fact]
    public async Task Probes_at_increasing_intervals_until_one_succeeds()
    {
        var breaker = Open(3);
        Assert.True(await breaker.ProbeAsync(_ => Task.FromResult(++_probes == 8), None));
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], _time.Waits.Select(wait => wait.TotalSeconds));
        Assert.False(breaker.IsOpen);
        Assert.True(breaker.IsOnTrial);
    }

    [Fact]
    public async Task Stops_probing_after_five_minutes()
    {
        var breaker = Open(3);
        Assert.False(await breaker.ProbeAsync(_ => Count(false), None));
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60, 57], _time.Waits.Select(wait => wait.TotalSeconds));
        Assert.Equal(10, _probes);
        Assert.True(breaker.IsOpen);
        Assert.False(await breaker.ProbeAsync(_ => Count(true), None));
        Assert.Equal(10, _probes);
    }

    [Fact]
    public async Task Includes_the_duration_of_probes_in_the_limit()
    {
        var breaker = Open(3);
        Assert.False(await breaker.ProbeAsync(
            _ =>
            {
                _time.Advance(TimeSpan.FromSeconds(100));
                return Count(false);
            },
            None));
        Assert.Equal(3, _probes);
        Assert.Equal([1, 2, 4], _time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task One_outcome_in_doubt_after_a_probe_reopens_the_breaker_and_intervals_keep_increasing()
    {
        var breaker = Open(4);
        Assert.True(await breaker.ProbeAsync(_ => Task.FromResult(++_probes == 3), None));
        Assert.False(breaker.IsOpen);
        breaker.Record(isInDoubt: true);
        Assert.True(breaker.IsOpen);
        Assert.True(await breaker.ProbeAsync(_ => Task.FromResult(true), None));
        Assert.Equal([1, 2, 4, 8], _time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Stops_after_five_minutes_in_total_if_probes_succeed_and_changes_do_not()
    {
        var breaker = Open(3);
        var tried = 0;
        while (await breaker.ProbeAsync(_ => Task.FromResult(true), None))
        {
            breaker.Record(isInDoubt: true);
            tried++;
        }

        Assert.Equal(10, tried);
        Assert.Equal(TimeSpan.FromMinutes(5), new TimeSpan(_time.Waits.Sum(wait => wait.Ticks)));
    }

    [Fact]
    public async Task A_definite_outcome_after_a_probe_closes_the_breaker_and_resets_the_five_minutes()
    {
        var breaker = Open(3);
        Assert.True(await breaker.ProbeAsync(_ => Task.FromResult(++_probes == 7), None));
        breaker.Record(isInDoubt: false);
        Assert.False(breaker.IsOnTrial);
        Assert.False(breaker.IsOpen);
        _time.Waits.Clear();
        for (var number = 0; number < 3; number++)
        {
            Assert.False(breaker.IsOpen);
            breaker.Record(isInDoubt: true);
        }

        Assert.False(await breaker.ProbeAsync(_ => Task.FromResult(false), None));
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60, 57], _time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_definite_outcome_of_a_change_in_flight_closes_an_open_breaker()
    {
        var breaker = Open(3);
        Assert.True(await breaker.ProbeAsync(_ =>
        {
            breaker.Record(isInDoubt: false);
            return Task.FromResult(true);
        }, None));
        Assert.False(breaker.IsOpen);
        Assert.False(breaker.IsOnTrial);
        breaker.Record(isInDoubt: true);
        Assert.False(breaker.IsOpen);
    }

    [Fact]
    public async Task Stopping_cancels_the_wait()
    {
        using var stop = new CancellationTokenSource();
        var breaker = new CircuitBreaker(1, TimeProvider.System);
        breaker.Record(isInDoubt: true);
        var probing = breaker.ProbeAsync(_ => Count(true), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => probing);
        Assert.Equal(0, _probes);
    }

    private Task<bool> Count(bool result)
    {
        _probes++;
        return Task.FromResult(result);
    }

    private CircuitBreaker Open(int threshold)
    {
        var breaker = new CircuitBreaker(threshold, _time);
        for (var number = 0; number < threshold; number++)
        {
            breaker.Record(isInDoubt: true);
        }

        return breaker;
    }
}
