using TrainingApis.Sandbox;

namespace TrainingApis.SandboxServer.Faults;

/// <summary>Sends something else than the API answered.</summary>
internal sealed class AnswerFault : Fault
{
    public required Func<SandboxAnswer, SandboxAnswer> Changes { get; init; }

    public override SandboxAnswer Change(SandboxAnswer answer) => Changes(answer);
}
