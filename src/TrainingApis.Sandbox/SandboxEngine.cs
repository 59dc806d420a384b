using TrainingApis.Sandbox.Cegos;
using TrainingApis.Sandbox.Conferences;

namespace TrainingApis.Sandbox;

/// <summary>Finds the API that a path belongs to. Knows no latency and no faults: each door to the sandbox has its own.</summary>
internal sealed class SandboxEngine
{
    private readonly ISandboxApi[] _apis;

    public SandboxEngine(SandboxOptions options)
    {
        var cegos = new CegosSandbox(options);
        var conferences = new ConferencesSandbox(options);
        Control = new SandboxControl(options, cegos, conferences);
        _apis = cegos.Apis.Concat(conferences.Apis).ToArray();
    }

    public SandboxControl Control { get; }

    public SandboxAnswer Answer(SandboxRequest request)
    {
        foreach (var api in _apis)
        {
            if (request.Under(api.Prefix) is { } inner)
                return api.Handle(inner);
        }

        return SandboxAnswer.Empty(404);
    }
}
