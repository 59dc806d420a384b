using System.Text.Json;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>The vendor's room: what its APIs share, and the APIs.</summary>
internal sealed class CegosSandbox : ISandboxVendor
{
    private readonly CegosTokens _tokens = new();
    private readonly CegosRoutes _routes = new();
    private readonly CegosSeats _seats = new();
    private readonly CegosRegistry _registry;

    public CegosSandbox(SandboxOptions options)
    {
        var products = new ProductNumbers(options.ProductCount);
        var sessions = new SessionNumbers(options.Seed, products, options.SessionCount);
        _registry = new CegosRegistry(sessions, _seats);
        Control = new CegosControl(_tokens, _routes);
        Apis = new ISandboxApi[]
        {
            new CegosAuthApi(_tokens),
            new CegosCatalogApi(options.Seed, _tokens, _routes, products, sessions, _seats),
            new CegosRegistrationApi(_tokens, _routes, _registry, Control),
        };
    }

    public CegosControl Control { get; }

    public string Name => "cegos";

    public IReadOnlyList<ISandboxApi> Apis { get; }

    public void WriteState(Utf8JsonWriter json) => CegosRegistryJson.Write(json, _registry);

    public void Reset()
    {
        _tokens.Reset();
        _routes.Reset();
        _registry.Reset();
        Control.Reset();
    }
}
