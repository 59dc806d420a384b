using System.Text.Json.Nodes;
using System.Text.Json;
using TrainingApis.Sandbox.Resamania;

namespace TrainingApis.SandboxServer.Control;

/// <summary>The paths of the control door that turn the knobs of Resamania.</summary>
internal sealed class ResamaniaControl(ResamaniaSandbox vendor) : IVendorControl
{
    public string Name => "resamania";

    public JsonNode GetState() => JsonNode.Parse(vendor.GetState())!;

    public bool TryChange(string call, JsonElement given)
    {
        var control = vendor.Control;
        switch (call)
        {
            case "PUT /resamania": Set(control, given); break;
            case "POST /resamania/accounts": AddAccount(control, given); break;
            case "POST /resamania/keys": control.AddGatewayKey(given.GetProperty("key").GetString()!); break;
            case "POST /resamania/tokens/expire": control.ExpireTokens(); break;
            case "POST /resamania/tokens/revoke": control.RevokeRefreshTokens(); break;
            case "PUT /resamania/tokens/lifetime": control.TokenLifetime = TimeSpan.FromSeconds(given.GetProperty("seconds").GetDouble()); break;
            default: return false;
        }

        return true;
    }

    private static void AddAccount(Sandbox.Resamania.ResamaniaControl control, JsonElement given) => control.AddAccount(new ResamaniaAccount(
        given.GetProperty("clientId").GetString()!,
        given.GetProperty("clientSecret").GetString()!,
        given.TryGetProperty("clientToken", out var brand) ? brand.GetString()! : ResamaniaAccess.ClientToken,
        Texts(given.GetProperty("grants"))));

    private static void Set(Sandbox.Resamania.ResamaniaControl control, JsonElement given)
    {
        foreach (var knob in given.EnumerateObject())
        {
            switch (knob.Name)
            {
                case "violationStatus": control.ViolationStatus = knob.Value.GetInt32(); break;
                case "refusalStatus": control.RefusalStatus = knob.Value.GetInt32(); break;
                case "errorShape": control.ErrorShape = Word<ResamaniaErrorShape>(knob.Value); break;
                case "nodeShape": control.NodeShape = Word<ResamaniaNodeShape>(knob.Value); break;
                case "echo": control.Echo = Word<ResamaniaEcho>(knob.Value); break;
                case "omitTotalItems": control.OmitTotalItems = knob.Value.GetBoolean(); break;
                case "anonymousRefresh": control.AnonymousRefresh = knob.Value.GetBoolean(); break;
                case "nodeHeaderRequired": control.NodeHeaderRequired = knob.Value.GetBoolean(); break;
                case "requiredFields": control.RequiredFields = Texts(knob.Value); break;
                case "transferCode": control.TransferCode = knob.Value.GetString()!; break;
                case "limits": SetLimits(control, knob.Value); break;
                case "routes":
                    foreach (var route in knob.Value.EnumerateObject())
                        control.SetRoute(route.Name, route.Value.GetString()!);
                    break;
                default: throw new FormatException($"There is no knob '{knob.Name}'.");
            }
        }
    }

    /// <summary>As in <c>{"rate": {"limit": 3, "milliseconds": 1000}}</c>.</summary>
    private static void SetLimits(Sandbox.Resamania.ResamaniaControl control, JsonElement given)
    {
        foreach (var limit in given.EnumerateObject())
        {
            var period = TimeSpan.FromMilliseconds(limit.Value.GetProperty("milliseconds").GetDouble());
            control.SetLimit(Enum.Parse<ResamaniaLimitFamily>(limit.Name, ignoreCase: true), limit.Value.GetProperty("limit").GetInt32(), period);
        }
    }

    private static T Word<T>(JsonElement given)
        where T : struct, Enum => Enum.Parse<T>(given.GetString()!, ignoreCase: true);

    private static string[] Texts(JsonElement given) => given.EnumerateArray().Select(text => text.GetString()!).ToArray();
}
