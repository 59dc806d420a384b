using TrainingApis.Sandbox.Cegos;
using TrainingApis.Sandbox.Conferences;
using TrainingApis.Sandbox.Loop;
using TrainingApis.Sandbox.Resamania;

namespace TrainingApis.Sandbox;

/// <summary>Finds the API that a path belongs to. Knows no latency and no faults: each door to the sandbox has its own.</summary>
internal sealed class SandboxEngine
{
    private readonly ISandboxApi[] _apis;

    public SandboxEngine(SandboxOptions options)
    {
        var cegos = new CegosSandbox(options);
        var loop = new LoopSandbox(options);
        var resamania = new ResamaniaSandbox(options);
        var conferences = new ConferencesSandbox(options);
        ISandboxVendor[] vendors = { cegos, loop, resamania, conferences };
        _apis = vendors.SelectMany(vendor => vendor.Apis).ToArray();
        Control = new SandboxControl(options, vendors)
        {
            Cegos = cegos.Control,
            Loop = loop.Control,
            Resamania = resamania.Control,
            Conferences = conferences.Control,
        };
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
