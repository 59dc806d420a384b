using System.IO.Compression;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.SandboxServer.Faults;

/// <summary>An response of any size, valid JSON from front to back: a string of the letter a. It is never held whole.</summary>
internal sealed class HugeFault : Fault
{
    public long Bytes { get; init; }

    public bool Gzip { get; init; }

    /// <summary>True says beforehand how long it will be.</summary>
    public bool Announced { get; init; }

    public override async Task SendAsync(HttpContext context, Response response)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        if (!Gzip)
        {
            if (Announced)
                context.Response.ContentLength = Bytes + 11; // what is around the letters
            await WriteAsync(context.Response.Body, context.RequestAborted);
            return;
        }

        context.Response.Headers.ContentEncoding = "gzip";
        await using var packed = new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await WriteAsync(packed, context.RequestAborted);
    }

    private async Task WriteAsync(Stream target, CancellationToken token)
    {
        var filling = new byte[64 * 1024];
        filling.AsSpan().Fill((byte)'a');
        await target.WriteAsync("{\"data\":\""u8.ToArray(), token);
        for (var left = Bytes; left > 0; left -= filling.Length)
            await target.WriteAsync(filling.AsMemory(0, (int)Math.Min(left, filling.Length)), token);
        await target.WriteAsync("\"}"u8.ToArray(), token);
    }
}
