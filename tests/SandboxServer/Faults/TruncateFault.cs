using TrainingApis.Sandbox.Server;

namespace TrainingApis.SandboxServer.Faults;

/// <summary>Closes the connection in good order, but too early: fewer bytes than announced, or no last chunk.</summary>
internal sealed class TruncateFault : Fault
{
    public bool Chunked { get; init; }

    /// <summary>How many bytes of the body go out; null for half of them.</summary>
    public long? After { get; init; }

    public override async Task SendAsync(HttpContext context, Response response)
    {
        await ResponseWriter.WriteBeginningAsync(context, response, After ?? response.Body.Length / 2, Chunked);
        // A failing application is how the server is made to end the connection without ending the body.
        throw new IOException("The response ends here on purpose.");
    }
}
