using System.Text.Json;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>The vendor's room. One lock guards all of it: answers take microseconds, and waiting is done outside.</summary>
internal sealed class ResamaniaSandbox : ISandboxVendor
{
    private readonly object _gate = new();
    private readonly ResamaniaTokens _tokens = new();
    private readonly ResamaniaRoutes _routes = new();
    private readonly ResamaniaGateway _gateway;
    private readonly ResamaniaBrands _brands;

    public ResamaniaSandbox(SandboxOptions options)
    {
        _gateway = new ResamaniaGateway(options.Seed);
        _brands = new ResamaniaBrands(options.Seed);
        Control = new ResamaniaControl(_gate, _tokens, _gateway, _routes);
        Apis = new ISandboxApi[] { new ResamaniaApi(_gate, _gateway, _tokens, _routes, _brands, Control) };
    }

    public ResamaniaControl Control { get; }

    public string Name => "resamania";

    public IReadOnlyList<ISandboxApi> Apis { get; }

    public void WriteState(Utf8JsonWriter json)
    {
        lock (_gate)
            ResamaniaStateJson.Write(json, _brands.All, _tokens.Issued);
    }

    public string GetState() => System.Text.Encoding.UTF8.GetString(SandboxBody.FromJson(WriteState).ToArray());

    public void Reset()
    {
        lock (_gate)
        {
            _tokens.Reset();
            _routes.Reset();
            _gateway.Reset();
            _brands.Reset();
            Control.Reset();
        }
    }
}
