using System.Text.Json.Nodes;
using TrainingApis.Sandbox;
using TrainingApis.Sandbox.Loop;
using TrainingApis.Sandbox.Resamania;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Provides the settings of the vendors that are not on the engine yet.</summary>
internal sealed class LegacyControl(SandboxEngine engine)
{
    public LoopControl Loop => engine.Loop.Control;

    public ResamaniaControl Resamania => engine.Resamania.Control;

    public string GetState() => new JsonObject
    {
        ["loop"] = JsonNode.Parse(engine.Loop.GetState()),
        ["resamania"] = JsonNode.Parse(engine.Resamania.GetState()),
    }.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public void Reset() => engine.Reset();
}

/// <summary>Provides <see cref="LegacyControl"/>.</summary>
internal static class LegacyControlExtensions
{
    public static LegacyControl Control(this SandboxHost host) => new(host.Handler.Engine);
}
