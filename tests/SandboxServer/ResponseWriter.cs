using System.Buffers;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.SandboxServer;

/// <summary>Writes a response to the connection.</summary>
internal static class ResponseWriter
{
    public static void WriteHeaders(HttpContext context, Response response)
    {
        context.Response.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers)
        {
            context.Response.Headers.Append(name, value);
        }

        if (response.ContentType is not null)
        {
            context.Response.ContentType = response.ContentType;
        }
    }

    public static async Task WriteAsync(HttpContext context, Response response)
    {
        WriteHeaders(context, response);
        if (response.Status is 204 or 304)
        {
            return;
        }

        context.Response.ContentLength = response.Body.Length;
        foreach (var segment in response.Body)
        {
            await context.Response.Body.WriteAsync(segment, context.RequestAborted);
        }
    }

    /// <summary>Writes and flushes the first bytes of the body, with the Content-Length of the whole body or in chunks.</summary>
    public static async Task WriteBeginningAsync(HttpContext context, Response response, long bytes, bool chunked)
    {
        WriteHeaders(context, response);
        if (!chunked)
        {
            context.Response.ContentLength = response.Body.Length;
        }

        var beginning = response.Body.ToArray().AsMemory(0, (int)Math.Min(bytes, response.Body.Length));
        await context.Response.Body.WriteAsync(beginning, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}
