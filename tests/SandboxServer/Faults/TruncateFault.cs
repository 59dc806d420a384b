using TrainingApis.Sandbox;

namespace TrainingApis.SandboxServer.Faults;

/// <summary>Closes the connection in good order, but too early: fewer bytes than announced, or no last chunk.</summary>
internal sealed class TruncateFault : Fault
{
    public bool Chunked { get; init; }

    /// <summary>How many bytes of the body go out; null for half of them.</summary>
    public long? After { get; init; }

    public override async Task DeliverAsync(HttpContext context, SandboxAnswer answer)
    {
        await Delivery.BeginningAsync(context, answer, After ?? answer.Body.Length / 2, Chunked);
        // A failing application is how the server is made to end the connection without ending the body.
        throw new IOException("The answer ends here on purpose.");
    }
}
