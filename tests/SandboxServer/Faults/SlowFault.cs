using TrainingApis.Sandbox;

namespace TrainingApis.SandboxServer.Faults;

/// <summary>Sends the body a byte at a time.</summary>
internal sealed class SlowFault : Fault
{
    public int DelayMilliseconds { get; init; }

    /// <summary>True makes each byte a chunk of its own.</summary>
    public bool Chunked { get; init; }

    public override async Task DeliverAsync(HttpContext context, SandboxAnswer answer)
    {
        Delivery.Begin(context, answer);
        if (!Chunked)
            context.Response.ContentLength = answer.Body.Length;
        var bytes = answer.Body.ToArray();
        for (var at = 0; at < bytes.Length; at++)
        {
            await context.Response.Body.WriteAsync(bytes.AsMemory(at, 1), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            if (DelayMilliseconds > 0)
                await Task.Delay(DelayMilliseconds, context.RequestAborted);
        }
    }
}
