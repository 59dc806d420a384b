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
                ["registrations"] = Rows(ConferenceResource.Registration.Name),
                ["watches"] = Rows(ConferenceResource.Watch.Name),
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
            case "PUT /conferences":
                SettingsReader.Apply(vendor.Settings, body, ("routes", SettingsReader.Routes(vendor.Move)));
                return true;
            default:
                return false;
        }
    }

    /// <summary>Gets the rows of a table, without the forms, which can be read with the API.</summary>
    private JsonArray Rows(string table)
    {
        var rows = new JsonArray([.. vendor.Database[table].Select(row => row.DeepClone())]);
        foreach (var row in rows)
        {
            row!.AsObject().Remove("form");
        }

        return rows;
    }
}
