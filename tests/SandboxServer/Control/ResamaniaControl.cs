using System.Text.Json;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Resamania;

namespace TrainingApis.SandboxServer.Control;

/// <summary>Provides the state and the settings of Resamania to tests.</summary>
internal sealed class ResamaniaControl(ResamaniaVendor vendor) : IVendorControl
{
    private static readonly string[] Tables = ["contacts", "moves", "changes"];

    public string Name => "resamania";

    public JsonNode GetState()
    {
        lock (vendor.Database.Lock)
        {
            return new JsonObject(Tables.Select(table => new KeyValuePair<string, JsonNode?>(
                table, new JsonArray([.. vendor.Database[table].Select(row => row.DeepClone())]))));
        }
    }

    public bool TryChange(string call, JsonElement body)
    {
        lock (vendor.Database.Lock)
        {
            switch (call)
            {
                case "PUT /resamania":
                    SettingsReader.Apply(vendor.Settings, body, ("limits", SetLimits));
                    return true;
                case "POST /resamania/tokens/expire":
                    vendor.Tokens.ExpireAccessTokens();
                    return true;
                default:
                    return false;
            }
        }
    }

    /// <summary>Changes limits, as in <c>{ "rate": { "limit": 3, "milliseconds": 1000 } }</c>.</summary>
    private void SetLimits(JsonElement limits)
    {
        foreach (var limit in limits.EnumerateObject())
        {
            var changed = limit.Name switch
            {
                "quota" => vendor.Gateway.Quota,
                "rate" => vendor.Gateway.Rate,
                "spike" => vendor.Gateway.Spike,
                _ => throw new FormatException($"There is no limit '{limit.Name}'."),
            };
            changed.Maximum = limit.Value.GetProperty("limit").GetInt32();
            changed.Period = TimeSpan.FromMilliseconds(limit.Value.GetProperty("milliseconds").GetDouble());
        }
    }
}
