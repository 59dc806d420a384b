using System.Text;
using TrainingApis.Sandbox.Cegos;
using TrainingApis.Sandbox.Conferences;
using TrainingApis.Sandbox.Loop;
using TrainingApis.Sandbox.Resamania;

namespace TrainingApis.Sandbox;

/// <summary>What tests change and look at. Each vendor's own knobs stand in one object.</summary>
public sealed class SandboxControl
{
    private readonly IReadOnlyList<ISandboxVendor> _vendors;
    private readonly SandboxOptions _options;
    private readonly List<Action> _onReset = new();

    internal SandboxControl(SandboxOptions options, IReadOnlyList<ISandboxVendor> vendors)
    {
        (_options, _vendors) = (options, vendors);
        Restore();
    }

    /// <summary>How long each answer takes at least.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>How many of the requests meet a fault that a retry survives (0 to 1).</summary>
    public double FaultRate { get; set; }

    /// <summary>The knobs of Cegos.</summary>
    public CegosControl Cegos { get; internal set; } = null!;

    /// <summary>The knobs of Loop.</summary>
    public LoopControl Loop { get; internal set; } = null!;

    /// <summary>The knobs of Resamania.</summary>
    public ResamaniaControl Resamania { get; internal set; } = null!;

    /// <summary>The knobs of the conferences.</summary>
    public ConferencesControl Conferences { get; internal set; } = null!;

    /// <summary>All that callers have changed so far, as JSON: one member a vendor. Some also show what was there before.</summary>
    public string GetState() => Encoding.UTF8.GetString(SandboxBody.FromJson(json =>
    {
        json.WriteStartObject();
        foreach (var vendor in _vendors)
        {
            json.WritePropertyName(vendor.Name);
            vendor.WriteState(json);
        }

        json.WriteEndObject();
    }).ToArray());

    /// <summary>Makes the sandbox what it was when it was made: accounts, tokens, settings and what callers have changed.</summary>
    public void Reset()
    {
        Restore();
        foreach (var vendor in _vendors)
            vendor.Reset();
        _onReset.ForEach(action => action());
    }

    internal void WhenReset(Action action) => _onReset.Add(action);

    private void Restore() => (Latency, FaultRate) = (_options.Latency, _options.FaultRate);
}
