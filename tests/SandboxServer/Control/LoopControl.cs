using System.Text.Json.Nodes;
using System.Text.Json;
using TrainingApis.Sandbox.Loop;

namespace TrainingApis.SandboxServer.Control;

/// <summary>Reads what tests say about the sandbox's Loop. A number or a name that is null stands for the default.</summary>
internal sealed class LoopControl(LoopSandbox vendor) : IVendorControl
{
    public string Name => "loop";

    public JsonNode GetState() => JsonNode.Parse(vendor.GetState())!;

    public bool TryChange(string call, JsonElement body)
    {
        switch (call)
        {
            case "POST /loop/accounts": vendor.Control.AddAccount(ReadAccount(body)); break;
            case "POST /loop/keys/revoke": vendor.Control.RevokeKeys(); break;
            case "PUT /loop": Set(vendor.Control, body); break;
            default: return false;
        }

        return true;
    }

    private static LoopAccount ReadAccount(JsonElement given) => new(
        given.GetProperty("subscriptionKey").GetString()!,
        given.GetProperty("key").GetString()!,
        given.GetProperty("secret").GetString()!,
        given.TryGetProperty("domain", out var domain) ? domain.GetString()! : LoopAccount.Default.Domain,
        !given.TryGetProperty("advanced", out var advanced) || advanced.GetBoolean());

    private static void Set(Sandbox.Loop.LoopControl control, JsonElement given)
    {
        foreach (var knob in given.EnumerateObject())
            Set(control, knob.Name, knob.Value);
    }

    private static void Set(Sandbox.Loop.LoopControl control, string name, JsonElement value)
    {
        switch (name)
        {
            case "refusalStatus": control.RefusalStatus = Number(value); break;
            case "apostrophe": control.Apostrophe = Choice<LoopApostrophe>(value) ?? LoopApostrophe.Varied; break;
            case "folderCount": control.FolderCount = value.GetInt32(); break;
            case "quotaLeft": control.QuotaLeft = Number(value); break;
            case "throttle": control.Throttle(value.GetProperty("calls").GetInt32(), value.GetProperty("retryAfter").GetInt32()); break;
            case "uninvite":
                foreach (var email in value.EnumerateArray())
                    control.Uninvite(email.GetString()!);
                break;
            case "shapes":
                foreach (var shape in value.EnumerateObject())
                    control.SetShape(Enum.Parse<LoopReply>(shape.Name, ignoreCase: true), Choice<LoopShape>(shape.Value));
                break;
            case "routes":
                foreach (var route in value.EnumerateObject())
                    control.SetRoute(route.Name, route.Value.GetString()!);
                break;
            default: throw new FormatException($"There is no knob '{name}'.");
        }
    }

    private static int? Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetInt32();

    private static T? Choice<T>(JsonElement value)
        where T : struct, Enum => value.ValueKind == JsonValueKind.Null ? null : Enum.Parse<T>(value.GetString()!, ignoreCase: true);
}
