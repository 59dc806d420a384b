using System.Text.Json.Nodes;
using System.Text.Json;
using TrainingApis.Sandbox.Conferences;

namespace TrainingApis.SandboxServer.Control;

/// <summary>The paths under <c>/_control/conferences</c>.</summary>
internal sealed class ConferencesControl(ConferencesSandbox vendor) : IVendorControl
{
    public string Name => "conferences";

    public JsonNode GetState() => JsonNode.Parse(vendor.GetState())!;

    public bool TryChange(string call, JsonElement given)
    {
        var control = vendor.Control;
        switch (call)
        {
            case "POST /conferences/tokens/expire": control.ExpireTokens(); break;
            case "POST /conferences/accounts": control.AddAccount(new ConferencesAccount(Text(given.GetProperty("name")), Text(given.GetProperty("apiKey")))); break;
            case "PUT /conferences": given.EnumerateObject().ToList().ForEach(knob => Set(control, knob.Name, knob.Value)); break;
            default: return false;
        }

        return true;
    }

    private static void Set(Sandbox.Conferences.ConferencesControl control, string knob, JsonElement value)
    {
        switch (knob)
        {
            case "tokenLifetime": control.TokenLifetime = TimeSpan.FromSeconds(value.GetDouble()); break;
            case "statesLifetime": control.StatesLifetime = value.GetBoolean(); break;
            case "rotateRefreshTokens": control.RotateRefreshTokens = value.GetBoolean(); break;
            case "listShape": control.ListShape = Choice<ConferencesListShape>(value); break;
            case "idShape": control.IdShape = Choice<ConferencesIdShape>(value); break;
            case "formShape": control.FormShape = Choice<ConferencesFormShape>(value); break;
            case "signatureShape": control.SignatureShape = Choice<ConferencesSignatureShape>(value); break;
            case "errorStatus": control.ErrorStatus = Choice<ConferencesErrorStatus>(value); break;
            case "errorAsText": control.ErrorAsText = value.GetBoolean(); break;
            case "fullSession": control.FullSession = Choice<ConferencesFullSession>(value); break;
            case "createStatus": control.CreateStatus = value.GetInt32(); break;
            case "deleteStatus": control.DeleteStatus = value.GetInt32(); break;
            case "routes":
                foreach (var route in value.EnumerateObject())
                    control.SetRoute(route.Name, Text(route.Value));
                break;
            default: throw new FormatException($"There is no knob '{knob}'.");
        }
    }

    private static T Choice<T>(JsonElement value)
        where T : struct, Enum => Enum.Parse<T>(Text(value), ignoreCase: true);

    private static string Text(JsonElement value) => value.GetString() ?? throw new FormatException("Text is due, not null.");
}
