using System.Text.Json;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Cegos;

namespace TrainingApis.SandboxServer.Control;

/// <summary>Provides the state and the settings of Cegos to tests.</summary>
internal sealed class CegosControl(CegosVendor vendor) : IVendorControl
{
    public string Name => "cegos";

    public JsonNode GetState()
    {
        lock (vendor.Database.Lock)
        {
            return new JsonObject
            {
                ["leads"] = Rows("leads"),
                ["registrations"] = Rows("registrations"),
                ["cancellations"] = Rows("cancellations"),
                ["deferrals"] = Rows("deferrals"),
            };
        }
    }

    public bool TryChange(string call, JsonElement body)
    {
        switch (call)
        {
            case "POST /tokens/expire":
                vendor.Tokens.ExpireAccessTokens();
                return true;
            case "PUT /tokens/lifetime":
                vendor.Tokens.Lifetime = TimeSpan.FromSeconds(body.GetProperty("seconds").GetDouble());
                return true;
            case "POST /accounts":
                vendor.AddAccount(ReadAccount(body));
                return true;
            case "PUT /cegos":
                SettingsReader.Apply(vendor.Settings, body, ("routes", SettingsReader.Routes(vendor.Move)));
                return true;
            default:
                return false;
        }
    }

    private static CegosAccount ReadAccount(JsonElement body) => new(
        body.GetProperty("clientId").GetString()!,
        body.GetProperty("clientSecret").GetString()!,
        body.GetProperty(body.TryGetProperty("tenant", out _) ? "tenant" : "clientId").GetString()!,
        body.TryGetProperty("scopes", out var scopes)
            ? [.. scopes.EnumerateArray().Select(scope => scope.GetString()!)]
            : CegosAccount.KnownScopes);

    private JsonArray Rows(string table) => [.. vendor.Database[table].Select(row => row.DeepClone())];
}
