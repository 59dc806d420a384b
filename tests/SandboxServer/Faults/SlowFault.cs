using TrainingApis.Sandbox.Server;

namespace TrainingApis.SandboxServer.Faults;

/// <summary>Sends the body a byte at a time.</summary>
internal sealed class SlowFault : Fault
{
    public int DelayMilliseconds { get; init; }

    /// <summary>True makes each byte a chunk of its own.</summary>
    public bool Chunked { get; init; }

    public override async Task SendAsync(HttpContext context, Response response)
    {
        ResponseWriter.WriteHeaders(context, response);
        if (!Chunked)
            context.Response.ContentLength = response.Body.Length;
        var bytes = response.Body.ToArray();
        for (var at = 0; at < bytes.Length; at++)
        {
            await context.Response.Body.WriteAsync(bytes.AsMemory(at, 1), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            if (DelayMilliseconds > 0)
                await Task.Delay(DelayMilliseconds, context.RequestAborted);
        }
    }
}
