using TrainingApis.Sandbox;

namespace TrainingApis.SandboxServer;

/// <summary>Puts an answer on the wire.</summary>
internal static class Delivery
{
    public static void Begin(HttpContext context, SandboxAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
            context.Response.Headers.Append(name, value);
        if (answer.ContentType != null)
            context.Response.ContentType = answer.ContentType;
    }

    public static async Task WholeAsync(HttpContext context, SandboxAnswer answer)
    {
        Begin(context, answer);
        if (answer.Status is 204 or 304)
            return;
        context.Response.ContentLength = answer.Body.Length;
        foreach (var piece in answer.Body.Pieces)
            await context.Response.Body.WriteAsync(piece, context.RequestAborted);
    }

    /// <summary>The first bytes of the body, on the wire for sure when this returns; by length or in chunks.</summary>
    public static async Task BeginningAsync(HttpContext context, SandboxAnswer answer, long bytes, bool chunked)
    {
        Begin(context, answer);
        if (!chunked)
            context.Response.ContentLength = answer.Body.Length;
        await context.Response.Body.WriteAsync(answer.Body.ToArray().AsMemory(0, (int)Math.Min(bytes, answer.Body.Length)), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}
