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
    public async Task Two_retries_are_sufficient_and_the_seed_determines_the_faults(string method, double rate, string kinds)
    {
        var (first, second) = (await CollectFaultsAsync(method, rate), await CollectFaultsAsync(method, rate));
        Assert.Equal(first, second);
        Assert.Equal(kinds, string.Join(',', first.SelectMany(faults => faults).Distinct().Order()));
        Assert.All(first, faults => Assert.InRange(faults.Count, 0, 2));
        Assert.InRange(first.Count(faults => faults.Count > 0) / 200.0, rate - 0.1, rate + 0.1);
    }

    [Fact]
    public async Task A_refused_connection_neither_reads_nor_executes_the_request()
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
                // The content was read: another fault, or none.
            }
        }

        Assert.Fail("No connection was refused.");
    }

    [Fact]
    public async Task Delays_responses_by_the_latency_and_supports_cancellation()
    {
        var options = new SandboxOptions { Latency = TimeSpan.FromMilliseconds(200) };
        using var sandbox = new SandboxClient(options);
        var clock = Stopwatch.StartNew();
        await sandbox.SendAsync("GET", "cegos");
        Assert.True(clock.ElapsedMilliseconds >= 195);

        options.Latency = TimeSpan.FromMinutes(5);
        using var invoker = new HttpMessageInvoker(sandbox.Handler, disposeHandler: false);
        using var cancellation = new CancellationTokenSource();
        var pending = invoker.SendAsync(new HttpRequestMessage(HttpMethod.Get, "https://sandbox.test/cegos"), cancellation.Token);
        cancellation.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
    }

    private static async Task<List<List<string>>> CollectFaultsAsync(string method, double rate)
    {
        using var sandbox = new SandboxClient(new SandboxOptions { FaultRate = rate });
        var all = new List<List<string>>();
        for (var number = 0; number < 200; number++)
        {
            var faults = new List<string>();
            for (var isDone = false; !isDone;)
            {
                try
                {
                    // No vendor has this path. Without a fault, the response is 404.
                    var reply = await sandbox.SendAsync(method, $"none/of/them/{number}", method == "GET" ? null : "{}");
                    isDone = reply.Status == 404;
                    if (!isDone)
                    {
                        faults.Add($"{reply.Status}");
                        Assert.Equal(reply.Status is 429 or 503, reply.Headers.ContainsKey("Retry-After"));
                    }
                }
                catch (HttpRequestException failure)
                {
                    faults.Add(failure.InnerException is SocketException ? "refused" : "broken");
                }
                catch (IOException)
                {
                    faults.Add("broken");
                }
            }

            all.Add(faults);
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
