using TrainingApis.Sandbox.Server;

namespace TrainingApis.SandboxServer.Faults;

/// <summary>Sends something else than the API answered.</summary>
internal sealed class ResponseFault : Fault
{
    public required Func<Response, Response> Changes { get; init; }

    public override Response Change(Response response) => Changes(response);
}
