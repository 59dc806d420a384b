using System.Text.Json;

namespace TrainingApis.Sandbox.Loop;

/// <summary>The vendor's room: what its API is made of.</summary>
internal sealed class LoopSandbox : ISandboxVendor
{
    private readonly LoopGate _gate = new();
    private readonly LoopRoutes _routes = new();
    private readonly LoopShapes _shapes;
    private readonly LoopRegistry _registry;
    private readonly LoopApi _api;

    public LoopSandbox(SandboxOptions options)
    {
        _shapes = new LoopShapes(options.Seed);
        _registry = new LoopRegistry(options.Seed);
        _api = new LoopApi(options.Seed, _gate, _routes, _registry, new LoopAnswers(_shapes));
        Control = new LoopControl(_gate, _routes, _shapes, _registry);
    }

    public LoopControl Control { get; }

    public string Name => "loop";

    public IReadOnlyList<ISandboxApi> Apis => new ISandboxApi[] { _api };

    public void WriteState(Utf8JsonWriter json) => LoopRegistryJson.Write(json, _registry);

    public string GetState() => System.Text.Encoding.UTF8.GetString(SandboxBody.FromJson(WriteState).ToArray());

    public void Reset()
    {
        _gate.Reset();
        _routes.Reset();
        _shapes.Reset();
        _registry.Reset();
        _api.Reset();
    }
}
