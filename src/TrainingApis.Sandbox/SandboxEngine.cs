using TrainingApis.Sandbox.Cegos;
using TrainingApis.Sandbox.Conferences;
using TrainingApis.Sandbox.Loop;
using TrainingApis.Sandbox.Resamania;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox;

/// <summary>Represents all vendors' servers. Faults and latency are added by what delivers the responses.</summary>
internal sealed class SandboxEngine
{
    private readonly IVendor[] _vendors;

    public SandboxEngine(SandboxOptions options)
    {
        Cegos = new CegosVendor(options);
        Loop = new LoopVendor(options);
        Resamania = new ResamaniaVendor(options);
        Conferences = new ConferenceVendor(options);
        _vendors = [Cegos, Loop, Resamania, Conferences];
    }

    public CegosVendor Cegos { get; }

    public LoopVendor Loop { get; }

    public ResamaniaVendor Resamania { get; }

    public ConferenceVendor Conferences { get; }

    public Response Handle(Request request)
    {
        foreach (var vendor in _vendors)
        {
            if (request.Below(vendor.Prefix) is { } below)
            {
                return vendor.Handle(below);
            }
        }

        return Response.Empty(404);
    }

    /// <summary>Restores all vendors.</summary>
    public void Reset() => Array.ForEach(_vendors, vendor => vendor.Reset());
}
