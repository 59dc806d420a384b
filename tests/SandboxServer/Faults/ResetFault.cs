using System.Buffers;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.SandboxServer.Faults;

/// <summary>Resets the TCP connection at one of five moments.</summary>
internal sealed class ResetFault : Fault
{
    /// <summary>Gets the moment: beforeRead, beforeAct, afterAct, inBody or afterResponse.</summary>
    public required string At { get; init; }

    /// <summary>Gets how many bytes of the body are sent before; half of them if null.</summary>
    public long? After { get; init; }

    public override ValueTask<bool> EndsBeforeReadingAsync(HttpContext context) => EndAt("beforeRead", context);

    public override ValueTask<bool> EndsBeforeActingAsync(HttpContext context) => EndAt("beforeAct", context);

    public override ValueTask<bool> EndsAfterActingAsync(HttpContext context) => EndAt("afterAct", context);

    public override async Task AfterSendingAsync(HttpContext context)
    {
        if (At == "afterResponse")
        {
            // A reset discards data that the client has not read yet, and a busy client reads late.
            await Task.Delay(1000);
            context.Abort();
        }
    }

    public override async Task SendAsync(HttpContext context, Response response)
    {
        if (At == "afterResponse")
        {
            // Otherwise the client can send its next request on this connection.
            context.Response.Headers.Connection = "close";
            await base.SendAsync(context, response);
            return;
        }

        await ResponseWriter.WriteBeginningAsync(context, response, After ?? response.Body.Length / 2, chunked: false);

        // A reset discards data that the client has not read yet, so wait.
        await Task.Delay(100, context.RequestAborted);
        context.Abort();
        throw new OperationCanceledException();
    }

    private ValueTask<bool> EndAt(string moment, HttpContext context)
    {
        if (At == moment)
        {
            context.Abort();
        }

        return ValueTask.FromResult(At == moment);
    }
}

/// <summary>Sends nothing more until the client closes the connection.</summary>
internal sealed class HangFault : Fault
{
    /// <summary>Gets the moment: beforeAct, afterAct (both before the headers) or inBody.</summary>
    public required string At { get; init; }

    /// <summary>Gets how many bytes of the body are sent before; half of them if null.</summary>
    public long? After { get; init; }

    public override ValueTask<bool> EndsBeforeActingAsync(HttpContext context) => WaitAtAsync("beforeAct", context);

    public override ValueTask<bool> EndsAfterActingAsync(HttpContext context) => WaitAtAsync("afterAct", context);

    public override async Task SendAsync(HttpContext context, Response response)
    {
        await ResponseWriter.WriteBeginningAsync(context, response, After ?? response.Body.Length / 2, chunked: false);
        await Task.Delay(Timeout.Infinite, context.RequestAborted);
    }

    private async ValueTask<bool> WaitAtAsync(string moment, HttpContext context)
    {
        if (At == moment)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }

        return false;
    }
}

/// <summary>Closes the connection without an error before the body is complete: fewer bytes than announced, or no last chunk.</summary>
internal sealed class TruncateFault : Fault
{
    public bool Chunked { get; init; }

    /// <summary>Gets how many bytes of the body are sent; half of them if null.</summary>
    public long? After { get; init; }

    public override async Task SendAsync(HttpContext context, Response response)
    {
        await ResponseWriter.WriteBeginningAsync(context, response, After ?? response.Body.Length / 2, Chunked);

        // A failing application makes the server end the connection without ending the body.
        throw new IOException("The response is truncated on purpose.");
    }
}

/// <summary>Sends the body one byte at a time.</summary>
internal sealed class SlowFault : Fault
{
    public int DelayMilliseconds { get; init; }

    /// <summary>Gets whether each byte is sent as a chunk.</summary>
    public bool Chunked { get; init; }

    public override async Task SendAsync(HttpContext context, Response response)
    {
        ResponseWriter.WriteHeaders(context, response);
        if (!Chunked)
        {
            context.Response.ContentLength = response.Body.Length;
        }

        var bytes = response.Body.ToArray();
        for (var index = 0; index < bytes.Length; index++)
        {
            await context.Response.Body.WriteAsync(bytes.AsMemory(index, 1), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            if (DelayMilliseconds > 0)
            {
                await Task.Delay(DelayMilliseconds, context.RequestAborted);
            }
        }
    }
}
