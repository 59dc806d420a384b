using System.Text.Json;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Loop;

namespace TrainingApis.SandboxServer.Control;

/// <summary>Provides the state and the settings of Loop to tests.</summary>
internal sealed class LoopControl(LoopVendor vendor) : IVendorControl
{
    public string Name => "loop";

    public JsonNode GetState()
    {
        lock (vendor.Database.Lock)
        {
            return new JsonObject { ["folders"] = Rows("folders"), ["contacts"] = Rows("contacts"), ["changes"] = Rows("changes") };
        }
    }

    public bool TryChange(string call, JsonElement body)
    {
        switch (call)
        {
            case "POST /loop/accounts":
                vendor.AddAccount(ReadAccount(body));
                return true;
            case "PUT /loop":
                SettingsReader.Apply(vendor.Settings, body, ("routes", SettingsReader.Routes(vendor.Move)));
                return true;
            default:
                return false;
        }
    }

    private static LoopAccount ReadAccount(JsonElement body) => new(
        body.GetProperty("subscriptionKey").GetString()!,
        body.GetProperty("key").GetString()!,
        body.GetProperty("secret").GetString()!,
        body.TryGetProperty("domain", out var domain) ? domain.GetString()! : LoopAccount.Default.Domain);

    private JsonArray Rows(string table) => [.. vendor.Database[table].Select(row => row.DeepClone())];
}
