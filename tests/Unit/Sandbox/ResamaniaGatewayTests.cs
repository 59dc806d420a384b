using TrainingApis.Sandbox.Resamania;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

public sealed class ResamaniaGatewayTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("some-other-key")]
    public async Task Without_its_key_the_gateway_answers_every_call_itself(string? key)
    {
        using var caller = new ResamaniaCaller { Key = key };

        var token = await caller.TokenAsync(ResamaniaAccess.ClientId, ResamaniaAccess.ClientSecret, ("grant_type", "client_credentials"));
        var contacts = await caller.GetAsync("demoapi/contacts");

        Assert.All(new[] { token, contacts }, answer =>
        {
            Assert.Equal(401, answer.Status);
            Assert.Equal("Unauthorized", answer["message"]);
            Assert.False(answer.Headers.ContainsKey("X-Quota-Limit"));
        });
    }

    [Fact]
    public async Task A_key_that_a_test_adds_is_as_good()
    {
        using var caller = new ResamaniaCaller { Key = "another" };
        caller.Control.AddGatewayKey("another");
        Assert.Equal(200, (await caller.TokenAsync(ResamaniaAccess.ClientId, ResamaniaAccess.ClientSecret, ("grant_type", "client_credentials"))).Status);
    }

    [Fact]
    public async Task Every_answer_carries_three_families_of_limits_with_resets_in_milliseconds()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var before = DateTimeOffset.UtcNow;

        var answer = await caller.GetAsync("demoapi/nowhere");

        Assert.Equal(404, answer.Status);
        Assert.Equal("100000", answer.Headers["X-Quota-Limit"]);
        Assert.Equal("99998", answer.Headers["X-Quota-Remaining"]);
        Assert.Equal("2750", answer.Headers["X-Rate-Limit-Limit"]);
        Assert.Equal("2748", answer.Headers["X-Rate-Limit-Remaining"]);
        Assert.Equal("30", answer.Headers["X-Spike-Arrest-Limit"]);
        Assert.Equal("1000", answer.Headers["X-Spike-Arrest-Slice-Period"]);
        foreach (var family in new[] { "X-Quota-Reset", "X-Rate-Limit-Reset", "X-Spike-Arrest-Reset" })
            Assert.InRange(DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(answer.Headers[family])), before.AddSeconds(-5), before.AddDays(2));
        Assert.Equal(13, answer.Headers["X-Rate-Limit-Reset"].Length);
    }

    [Theory]
    [InlineData(ResamaniaLimitFamily.Rate, "Rate limit exceeded")]
    [InlineData(ResamaniaLimitFamily.Quota, "Quota exceeded")]
    [InlineData(ResamaniaLimitFamily.Spike, "Spike limit exceeded")]
    public async Task One_call_too_many_is_429_without_saying_when_to_come_back_until_the_period_is_over(ResamaniaLimitFamily family, string message)
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        caller.Control.SetLimit(family, 2, TimeSpan.FromMilliseconds(600));

        var answers = new[] { await caller.GetAsync("demoapi/countries"), await caller.GetAsync("demoapi/countries"), await caller.GetAsync("demoapi/countries") };
        await Task.Delay(800, TestContext.Current.CancellationToken);
        var later = await caller.GetAsync("demoapi/countries");

        Assert.Equal(new[] { 200, 200, 429 }, answers.Select(answer => answer.Status));
        Assert.StartsWith(message, answers[2]["message"]);
        Assert.False(answers[2].Headers.ContainsKey("Retry-After"));
        Assert.Equal(200, later.Status);
    }

    [Fact]
    public async Task Reads_of_one_item_may_have_a_limit_of_their_own()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        caller.Control.SetLimit(ResamaniaLimitFamily.ItemRead, 1, TimeSpan.FromMinutes(1));

        var first = await caller.GetAsync("demoapi/contacts/2");
        var second = await caller.GetAsync("demoapi/contacts/2");
        var list = await caller.GetAsync("demoapi/contacts");

        Assert.Equal((200, 429, 200), (first.Status, second.Status, list.Status));
        Assert.Equal(("1", "0"), (second.Headers["X-Rate-Limit-Limit"], second.Headers["X-Rate-Limit-Remaining"]));
        Assert.Equal("2750", list.Headers["X-Rate-Limit-Limit"]);
    }

    [Fact]
    public async Task Calls_are_numbered_the_same_way_each_time()
    {
        using var one = new ResamaniaCaller();
        using var other = new ResamaniaCaller();

        var numbers = new[] { await one.GetAsync("x"), await one.GetAsync("x"), await other.GetAsync("x") }.Select(answer => answer.Headers["X-Gravitee-Transaction-Id"]).ToArray();

        Assert.True(Guid.TryParse(numbers[0], out _));
        Assert.NotEqual(numbers[0], numbers[1]);
        Assert.Equal(numbers[0], numbers[2]);
    }
}
