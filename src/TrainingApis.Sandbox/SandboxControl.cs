using System.Text;
using System.Text.Json;
using TrainingApis.Sandbox.Cegos;
using TrainingApis.Sandbox.Resamania;

namespace TrainingApis.Sandbox;

/// <summary>What tests change and look at. Each vendor's own knobs stand in one object.</summary>
public sealed class SandboxControl
{
    private readonly CegosSandbox _cegos;
    private readonly ResamaniaSandbox _resamania;
    private readonly SandboxOptions _options;
    private readonly List<Action> _onReset = new();

    internal SandboxControl(SandboxOptions options, CegosSandbox cegos, ResamaniaSandbox resamania)
    {
        (_options, _cegos, _resamania) = (options, cegos, resamania);
        Cegos = cegos.Control;
        Resamania = resamania.Control;
        Restore();
    }

    /// <summary>How long each answer takes at least.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>How many of the requests meet a fault that a retry survives (0 to 1).</summary>
    public double FaultRate { get; set; }

    /// <summary>The knobs of Cegos.</summary>
    public CegosControl Cegos { get; }

    /// <summary>The knobs of Resamania.</summary>
    public ResamaniaControl Resamania { get; }

    /// <summary>All that callers have changed so far, as JSON: one member a vendor.</summary>
    public string GetState() => Encoding.UTF8.GetString(SandboxBody.FromJson(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("cegos");
        _cegos.WriteState(json);
        json.WritePropertyName("resamania");
        _resamania.WriteState(json);
        json.WriteEndObject();
    }).ToArray());

    /// <summary>Makes the sandbox what it was when it was made: accounts, tokens, settings and what callers have changed.</summary>
    public void Reset()
    {
        Restore();
        _cegos.Reset();
        _resamania.Reset();
        _onReset.ForEach(action => action());
    }

    internal void WhenReset(Action action) => _onReset.Add(action);

    private void Restore() => (Latency, FaultRate) = (_options.Latency, _options.FaultRate);
}
