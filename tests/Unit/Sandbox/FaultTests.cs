using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using TrainingApis.Sandbox;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Tests the random faults and the latency of the sandbox.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData("GET", 0.3, "429,500,502,503,broken,refused")]
    [InlineData("POST", 0.3, "429,refused")]
    [InlineData("DELETE", 1, "429,refused")]
    public async Task Faults_are_survived_by_two_retries_and_repeat_with_the_seed(string method, double rate, string kinds)
    {
        var (first, second) = (await MeetFaultsAsync(method, rate), await MeetFaultsAsync(method, rate));
        Assert.Equal(first, second);
        Assert.Equal(kinds, string.Join(',', first.SelectMany(met => met).Distinct().Order()));
        Assert.All(first, met => Assert.InRange(met.Count, 0, 2));
        Assert.InRange(first.Count(met => met.Count > 0) / 200.0, rate - 0.1, rate + 0.1);
    }

    [Fact]
    public async Task A_refused_change_was_not_read_and_not_executed()
    {
        using var sandbox = new SandboxClient(new SandboxOptions { FaultRate = 1, Seed = 3 });
        using var invoker = new HttpMessageInvoker(sandbox.Handler, disposeHandler: false);
        for (var attempt = 0; attempt < 50; attempt++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "https://sandbox.test/cegos/auth/connect/token");
            request.Content = new UnreadableContent();
            try
            {
                using var response = await invoker.SendAsync(request, SandboxClient.Cancellation);
            }
            catch (HttpRequestException failure)
            {
                Assert.IsType<SocketException>(failure.InnerException);
                return;
            }
            catch (NotSupportedException)
            {
                // Read: another fault, or none.
            }
        }

        Assert.Fail("No connection was refused.");
    }

    [Fact]
    public async Task Latency_delays_responses_and_ends_with_a_cancellation()
    {
        using var sandbox = new SandboxClient(new SandboxOptions { Latency = TimeSpan.FromMilliseconds(200) });
        var clock = Stopwatch.StartNew();
        await sandbox.SendAsync("GET", "cegos");
        Assert.True(clock.ElapsedMilliseconds >= 195);

        sandbox.Handler.Latency = TimeSpan.FromMinutes(5);
        using var invoker = new HttpMessageInvoker(sandbox.Handler, disposeHandler: false);
        using var cancellation = new CancellationTokenSource();
        var pending = invoker.SendAsync(new HttpRequestMessage(HttpMethod.Get, "https://sandbox.test/cegos"), cancellation.Token);
        cancellation.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
    }

    private static async Task<List<List<string>>> MeetFaultsAsync(string method, double rate)
    {
        using var sandbox = new SandboxClient(new SandboxOptions { FaultRate = rate });
        var all = new List<List<string>>();
        for (var number = 0; number < 200; number++)
        {
            var met = new List<string>();
            for (var isDone = false; !isDone;)
            {
                try
                {
                    // No vendor has this path: 404 is the response without a fault.
                    var reply = await sandbox.SendAsync(method, $"none/of/them/{number}", method == "GET" ? null : "{}");
                    isDone = reply.Status == 404;
                    if (!isDone)
                    {
                        met.Add($"{reply.Status}");
                        Assert.Equal(reply.Status is 429 or 503, reply.Headers.ContainsKey("Retry-After"));
                    }
                }
                catch (HttpRequestException failure)
                {
                    met.Add(failure.InnerException is SocketException ? "refused" : "broken");
                }
                catch (IOException)
                {
                    met.Add("broken");
                }
            }

            all.Add(met);
        }

        return all;
    }

    /// <summary>Represents content that must not be read.</summary>
    private sealed class UnreadableContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 1;
            return true;
        }
    }
}
