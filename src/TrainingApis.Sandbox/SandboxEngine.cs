using TrainingApis.Sandbox.Cegos;
using TrainingApis.Sandbox.Conferences;
using TrainingApis.Sandbox.Loop;
using TrainingApis.Sandbox.Resamania;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox;

/// <summary>Represents the servers of all vendors. <see cref="SandboxHandler"/> adds faults and latency.</summary>
internal sealed class SandboxEngine(SandboxOptions options)
{
    public CegosVendor Cegos { get; } = new(options);

    public LoopVendor Loop { get; } = new(options.Seed);

    public ResamaniaVendor Resamania { get; } = new(options.Seed);

    public ConferenceVendor Conferences { get; } = new(options.Seed);

    /// <summary>Handles a request. The first segment of its path is the vendor. This method can be called from any thread.</summary>
    public Response Handle(Request request) =>
        request.Below("cegos") is { } cegos ? Cegos.Handle(cegos)
        : request.Below("loop") is { } loop ? Loop.Handle(loop)
        : request.Below("resamania") is { } resamania ? Resamania.Handle(resamania)
        : request.Below("conference") is { } conference ? Conferences.Handle(conference)
        : Response.Empty(404);
}
