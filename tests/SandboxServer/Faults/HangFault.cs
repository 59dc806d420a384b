using TrainingApis.Sandbox.Server;

namespace TrainingApis.SandboxServer.Faults;

/// <summary>Says nothing more, until the caller goes away.</summary>
internal sealed class HangFault : Fault
{
    /// <summary>One of <c>beforeAct</c>, <c>afterAct</c> (both before the headers), <c>inBody</c>.</summary>
    public required string At { get; init; }

    /// <summary>How many bytes of the body go out first; null for half of them.</summary>
    public long? After { get; init; }

    public override async ValueTask<bool> EndsBeforeActingAsync(HttpContext context)
    {
        if (At == "beforeAct")
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        return false;
    }

    public override async ValueTask<bool> EndsAfterActingAsync(HttpContext context)
    {
        if (At == "afterAct")
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        return false;
    }

    public override async Task SendAsync(HttpContext context, Response response)
    {
        await ResponseWriter.WriteBeginningAsync(context, response, After ?? response.Body.Length / 2, chunked: false);
        await Task.Delay(Timeout.Infinite, context.RequestAborted);
    }
}
