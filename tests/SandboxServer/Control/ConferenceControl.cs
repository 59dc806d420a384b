using System.Text.Json;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Conferences;

namespace TrainingApis.SandboxServer.Control;

/// <summary>Provides the state and the settings of the conferences to tests.</summary>
internal sealed class ConferenceControl(ConferenceVendor vendor) : IVendorControl
{
    public string Name => "conferences";

    public JsonNode GetState()
    {
        lock (vendor.Database.Lock)
        {
            return new JsonObject
            {
                ["registrations"] = Rows(" Registration"),
                ["watches"] = Rows(" Watch"),
                ["changes"] = Rows("changes"),
            };
        }
    }

    public bool TryChange(string call, JsonElement body)
    {
        switch (call)
        {
            case "POST /conferences/tokens/expire":
                vendor.Tokens.ExpireAccessTokens();
                return true;
            case "POST /conferences/accounts":
                vendor.AddAccount(new ConferenceAccount(body.GetProperty("name").GetString()!, body.GetProperty("apiKey").GetString()!));
                return true;
            case "PUT /conferences":
                SettingsReader.Apply(
                    vendor.Settings,
                    body,
                    ("routes", SettingsReader.Routes(vendor.Move)),
                    ("tokenLifetime", value => vendor.Tokens.Lifetime = TimeSpan.FromSeconds(value.GetDouble())));
                return true;
            default:
                return false;
        }
    }

    /// <summary>Gets the rows of all accounts, without the forms, which can be read with the API.</summary>
    private JsonArray Rows(string suffix)
    {
        var tables = vendor.Database.Tables.Where(table => table.Name.EndsWith(suffix, StringComparison.Ordinal));
        var rows = new JsonArray([.. tables.SelectMany(table => table).Select(row => row.DeepClone())]);
        foreach (var row in rows)
        {
            row!.AsObject().Remove("form");
        }

        return rows;
    }
}
