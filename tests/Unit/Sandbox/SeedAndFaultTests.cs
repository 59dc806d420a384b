using System.Diagnostics;
using TrainingApis.Sandbox;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Same seed, same sandbox; and faults that callers survive.</summary>
public sealed class SeedAndFaultTests
{
    [Fact]
    public async Task The_seed_decides_the_data()
    {
        using var one = new SandboxCaller(new SandboxOptions { Seed = 7 });
        using var same = new SandboxCaller(new SandboxOptions { Seed = 7 });
        using var other = new SandboxCaller(new SandboxOptions { Seed = 8 });
        foreach (var path in new[] { "Products?hydrate=true&pageNumber=3", "Sessions?hydrate=true", "Referentials/centers" })
        {
            var body = (await one.GetAsync(path)).Body;
            Assert.Equal(body, (await same.GetAsync(path)).Body);
            Assert.NotEqual(body, (await other.GetAsync(path)).Body);
        }
    }

    [Fact]
    public async Task Hydration_changes_no_other_member()
    {
        using var sandbox = new SandboxCaller();
        var (plain, hydrated) = ((await sandbox.GetAsync("Products")).Data, (await sandbox.GetAsync("Products?hydrate=true")).Data);
        for (var index = 0; index < 100; index++)
            Assert.All(plain[index].EnumerateObject(), member => Assert.Equal(member.Value.GetRawText(), hydrated[index].GetProperty(member.Name).GetRawText()));
    }

    [Theory]
    [InlineData("GET", 0.3, new[] { "429", "500", "502", "503", "broken", "reset" })]
    [InlineData("POST", 0.3, new[] { "429", "503" })]
    [InlineData("DELETE", 1.0, new[] { "429", "503" })]
    public async Task Faults_are_of_the_kinds_that_the_verb_survives_and_two_in_a_row_at_most(string method, double rate, string[] kinds)
    {
        var (first, second) = (await TryAsync(method, rate), await TryAsync(method, rate));
        Assert.Equal(first, second);
        Assert.Equal(kinds, first.SelectMany(tries => tries).Distinct().Order());
        Assert.All(first, tries => Assert.InRange(tries.Count, 0, 2));
        Assert.InRange(first.Count(tries => tries.Count > 0) / 300.0, rate - 0.1, rate + 0.1);
    }

    [Fact]
    public async Task Callers_of_the_same_thing_do_not_add_up_each_others_faults()
    {
        using var sandbox = new SandboxCaller(new SandboxOptions { FaultRate = 1 });
        var failures = await Task.WhenAll(Enumerable.Range(0, 15).Select(_ => FailuresAsync(sandbox, "GET", SandboxCaller.Catalog + "Catalogs")));
        Assert.Equal(2, failures.Sum(tries => tries.Count));
    }

    [Fact]
    public async Task Latency_is_waited_for_and_ends_with_a_cancel()
    {
        using var sandbox = new SandboxCaller();
        await sandbox.GetTokenAsync("api-cegos");
        sandbox.Control.Latency = TimeSpan.FromMilliseconds(200);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => sandbox.GetAsync("Catalogs")));
        Assert.InRange(clock.ElapsedMilliseconds, 195, 2000);

        sandbox.Control.Latency = TimeSpan.FromMinutes(1);
        using var http = new HttpMessageInvoker(sandbox.Host.Handler, disposeHandler: false);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(SandboxCaller.Cancel);
        var call = http.SendAsync(new HttpRequestMessage(HttpMethod.Get, SandboxCaller.Catalog), cancel.Token);
        cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    private static async Task<List<List<string>>> TryAsync(string method, double rate)
    {
        using var sandbox = new SandboxCaller(new SandboxOptions { FaultRate = rate });
        var all = new List<List<string>>();
        for (var number = 0; number < 300; number++)
            all.Add(await FailuresAsync(sandbox, method, $"{SandboxCaller.Catalog}Catalogs?n={number}"));
        return all;
    }

    /// <summary>What a caller meets who repeats a request until it gets through. It carries no token: 401 means through, too.</summary>
    private static async Task<List<string>> FailuresAsync(SandboxCaller sandbox, string method, string address)
    {
        var met = new List<string>();
        while (true)
        {
            try
            {
                using var http = new HttpMessageInvoker(sandbox.Host.Handler, disposeHandler: false);
                using var answer = await http.SendAsync(new HttpRequestMessage(new HttpMethod(method), address), SandboxCaller.Cancel);
                var status = (int)answer.StatusCode;
                if (status is 429 or 503)
                    Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 0, 1);
                if (status is 401 or 404)
                {
                    await answer.Content.ReadAsByteArrayAsync(SandboxCaller.Cancel);
                    return met;
                }

                met.Add(status.ToString());
            }
            catch (HttpRequestException failure)
            {
                met.Add(failure.Message.Contains("dropped") ? "reset" : "broken");
            }
        }
    }
}
