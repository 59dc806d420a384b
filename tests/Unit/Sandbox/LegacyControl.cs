using System.Text.Json.Nodes;
using TrainingApis.Sandbox;
using TrainingApis.Sandbox.Conferences;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Provides the settings of the vendors that are not on the engine yet.</summary>
internal sealed class LegacyControl(SandboxEngine engine)
{

    public ConferencesControl Conferences => engine.Conferences.Control;

    public string GetState() => new JsonObject
    {
        ["conferences"] = JsonNode.Parse(engine.Conferences.GetState()),
    }.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public void Reset() => engine.Reset();
}

/// <summary>Provides <see cref="LegacyControl"/>.</summary>
internal static class LegacyControlExtensions
{
    public static LegacyControl Control(this SandboxHost host) => new(host.Handler.Engine);
}
