using System.Text.Json.Serialization;
using TrainingApis.Conferences;

namespace TrainingApis.Clients.Json;

/// <summary>The models of the conferences, described at compile time; <see cref="ModelJson"/> reads them.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Conference))]
[JsonSerializable(typeof(Session))]
[JsonSerializable(typeof(Registration))]
internal sealed partial class ConferenceJsonContext : JsonSerializerContext
{
    /// <summary>What each thing calls its own id; the vendor calls it <c>id</c>.</summary>
    private static readonly Dictionary<Type, string> OwnIds = new()
    {
        [typeof(Conference)] = "conferenceId",
        [typeof(Session)] = "sessionId",
        [typeof(Registration)] = "registrationId",
    };

    /// <summary>Members that the client fills in, whatever an answer says.</summary>
    private static readonly string[] Ours = ["conferenceId", "sessionId"];

    /// <summary>A reader of the models.</summary>
    public static ModelJson CreateModelJson() => new(Default, WireName);

    private static string? WireName(Type model, string name)
    {
        if (!OwnIds.TryGetValue(model, out var id))
        {
            return name;
        }

        return name == id ? "id" : Ours.Contains(name) ? null : name;
    }
}
