using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace TrainingApis.SandboxServer.Control;

/// <summary>Provides the state and the settings of one vendor to tests.</summary>
internal interface IVendorControl
{
    /// <summary>Gets the vendor's member in <c>GET state</c>.</summary>
    string Name { get; }

    /// <summary>Gets the changes made by callers.</summary>
    JsonNode GetState();

    /// <summary>Executes a request such as <c>PUT /cegos</c>. Returns false if it is not for this vendor.</summary>
    bool TryChange(string call, JsonElement body);
}

/// <summary>Reads settings by their names.</summary>
internal static class SettingsReader
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Sets the properties that the members of an object name in camel case.</summary>
    /// <param name="settings">The settings of a vendor.</param>
    /// <param name="body">The object.</param>
    /// <param name="others">Members that are not properties.</param>
    public static void Apply(object settings, JsonElement body, params (string Name, Action<JsonElement> Set)[] others)
    {
        foreach (var member in body.EnumerateObject())
        {
            var set = Array.Find(others, other => other.Name == member.Name).Set;
            if (set is not null)
            {
                set(member.Value);
                continue;
            }

            var property = settings.GetType().GetProperty(char.ToUpperInvariant(member.Name[0]) + member.Name[1..])
                ?? throw new FormatException($"There is no setting '{member.Name}'.");
            property.SetValue(settings, member.Value.Deserialize(property.PropertyType, Options));
        }
    }

    /// <summary>Moves operations, as in <c>{ "CancelRegistration": "PUT v1/Registration query" }</c>.</summary>
    public static Action<JsonElement> Routes(Action<string, string> move) => routes =>
    {
        foreach (var route in routes.EnumerateObject())
        {
            move(route.Name, route.Value.GetString()!);
        }
    };
}
