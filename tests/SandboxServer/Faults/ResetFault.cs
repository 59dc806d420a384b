using TrainingApis.Sandbox.Server;

namespace TrainingApis.SandboxServer.Faults;

/// <summary>Tears the connection down (a TCP reset), at one of five moments.</summary>
internal sealed class ResetFault : Fault
{
    /// <summary>One of <c>beforeRead</c>, <c>beforeAct</c>, <c>afterAct</c>, <c>inBody</c>, <c>afterAnswer</c>.</summary>
    public required string At { get; init; }

    /// <summary>How many bytes of the body go out first; null for half of them.</summary>
    public long? After { get; init; }

    public override ValueTask<bool> EndsBeforeReadingAsync(HttpContext context) => EndAt("beforeRead", context);

    public override ValueTask<bool> EndsBeforeActingAsync(HttpContext context) => EndAt("beforeAct", context);

    public override ValueTask<bool> EndsAfterActingAsync(HttpContext context) => EndAt("afterAct", context);

    public override async Task AfterSendingAsync(HttpContext context)
    {
        if (At != "afterAnswer")
            return;
        await Task.Delay(1000); // a reset discards what the caller has not read yet, and a busy caller reads late
        context.Abort();
    }

    public override async Task SendAsync(HttpContext context, Response response)
    {
        if (At == "afterAnswer")
        {
            context.Response.Headers.Connection = "close"; // or the next request might be on its way on it
            await base.SendAsync(context, response);
            return;
        }

        await ResponseWriter.WriteBeginningAsync(context, response, After ?? response.Body.Length / 2, chunked: false);
        // A reset discards what the caller has not read yet: give it the time.
        await Task.Delay(100, context.RequestAborted);
        context.Abort();
        throw new OperationCanceledException();
    }

    private ValueTask<bool> EndAt(string moment, HttpContext context)
    {
        if (At == moment)
            context.Abort();
        return ValueTask.FromResult(At == moment);
    }
}
