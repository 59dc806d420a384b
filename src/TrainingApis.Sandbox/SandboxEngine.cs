using TrainingApis.Sandbox.Cegos;
using TrainingApis.Sandbox.Resamania;

namespace TrainingApis.Sandbox;

/// <summary>Finds the API that a path belongs to. Knows no latency and no faults: each door to the sandbox has its own.</summary>
internal sealed class SandboxEngine
{
    private readonly ISandboxApi[] _apis;

    public SandboxEngine(SandboxOptions options)
    {
        var cegos = new CegosSandbox(options);
        var resamania = new ResamaniaSandbox(options);
        Control = new SandboxControl(options, cegos, resamania);
        _apis = cegos.Apis.Append(resamania.Api).ToArray();
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
