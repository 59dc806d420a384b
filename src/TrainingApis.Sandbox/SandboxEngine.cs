using TrainingApis.Sandbox.Cegos;
using TrainingApis.Sandbox.Conferences;
using TrainingApis.Sandbox.Loop;
using TrainingApis.Sandbox.Resamania;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox;

/// <summary>Represents all vendors' servers. Faults and latency are added by what delivers the responses.</summary>
internal sealed class SandboxEngine(SandboxOptions options)
{
    public CegosVendor Cegos { get; } = new(options);

    public LoopVendor Loop { get; } = new(options.Seed);

    public ResamaniaVendor Resamania { get; } = new(options.Seed);

    public ConferenceVendor Conferences { get; } = new(options.Seed);

    /// <summary>Handles a request, whose path starts with the vendor. Called from any thread.</summary>
    public Response Handle(Request request) =>
        request.Below("cegos") is { } cegos ? Cegos.Handle(cegos)
        : request.Below("loop") is { } loop ? Loop.Handle(loop)
        : request.Below("resamania") is { } resamania ? Resamania.Handle(resamania)
        : request.Below("conference") is { } conference ? Conferences.Handle(conference)
        : Response.Empty(404);
}
