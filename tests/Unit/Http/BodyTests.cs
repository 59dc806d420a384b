using System.IO.Compression;
using System.Text;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>Tests response bodies over TCP: compressed, chunked, too large, incomplete.</summary>
public class BodyTests
{
    private const string Good = """{"data":[{"id":1}]}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_gzip_in_chunks_of_one_byte()
    {
        var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionMode.Compress, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Good), Cancel);
        }

        await using var server = new LoopbackServer(async (_, _, peer) =>
        {
            await peer.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nTransfer-Encoding: "
                + "chunked\r\n\r\n");
            foreach (var value in compressed.ToArray())
            {
                await peer.WriteAsync([(byte)'1', (byte)'\r', (byte)'\n', value, (byte)'\r', (byte)'\n']);
            }

            await peer.WriteAsync("0\r\n\r\n");
        });
        using var api = Connect.Open(server);

        var catalog = Assert.Single(await api.Catalog().GetCatalogsAsync(Cancel));

        Assert.Equal(1, catalog.Id);
        Assert.Equal("gzip, deflate", Assert.Single(server.Calls).Headers["Accept-Encoding"]);
    }

    [Theory]
    [InlineData("GET", ApiErrorKind.UnexpectedResponse)]
    [InlineData("POST", ApiErrorKind.InDoubt)]
    public async Task Rejects_a_body_above_the_limit(string method, ApiErrorKind kind)
    {
        await using var server = new LoopbackServer(async (_, _, peer) =>
        {
            await peer.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
            for (var i = 0; i < 64; i++)
            {
                await peer.WriteAsync(new string(' ', 1024));
            }

            peer.Close();
        });
        using var api = Connect.Open(server, options => options.MaximumResponseBytes = 20_000);

        var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(new RawRequest(method, "v1/Things"), null, Cancel));

        Assert.Equal(kind, error.Kind);
        Assert.Contains("20000 bytes", error.Message);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task Rejects_a_Content_Length_above_the_limit_before_reading()
    {
        await using var server = new LoopbackServer(async (_, _, peer) =>
        {
            await peer.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n");
            await Task.Delay(-1, peer.Cancellation);
        });
        using var api = Connect.Open(server);

        var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(new RawRequest("GET", "v1/Things"), null, Cancel));

        Assert.Equal(ApiErrorKind.UnexpectedResponse, error.Kind);
        Assert.Contains("268435456 bytes", error.Message);
    }

    [Fact]
    public async Task Retries_a_body_shorter_than_its_Content_Length()
    {
        var first = true;
        var server = new ScriptedHandler(_ =>
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Good));
            content.Headers.ContentLength = first ? 1000 : Good.Length;
            first = false;
            return new HttpResponseMessage { Content = content };
        });
        var observer = new Recorder();
        using var api = Connect.Open(server);

        Assert.Single(await api.Catalog(observer).GetCatalogsAsync(Cancel));

        Assert.Equal("the response broke off", Assert.Single(observer.Waits).Reason);
    }
}
