using System.Text.Json;
using System.Text.Json.Serialization;
using TrainingApis.Clients.Json;
using TrainingApis.Conferences;

namespace TrainingApis.Clients.Conferences;

/// <summary>Describes the models of Agendize at compile time, for <see cref="ModelJson"/>.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Conference))]
[JsonSerializable(typeof(Session))]
[JsonSerializable(typeof(Registration))]
internal sealed partial class ConferenceJsonContext : JsonSerializerContext
{
    /// <summary>The property of each model whose wire name is <c>id</c>.</summary>
    private static readonly Dictionary<Type, string> OwnIds = new()
    {
        [typeof(Conference)] = "conferenceId",
        [typeof(Session)] = "sessionId",
        [typeof(Registration)] = "registrationId",
    };

    /// <summary>The members that the client sets, whatever a response contains.</summary>
    private static readonly string[] Ours = ["conferenceId", "sessionId"];

    /// <summary>Creates a reader of the Agendize models.</summary>
    public static ModelJson CreateModelJson() => new ModelJson(Default, WireName).Add<ZonedDateTime>(ReadZonedDateTime);

    private static string? WireName(Type model, string name)
    {
        if (!OwnIds.TryGetValue(model, out var id))
        {
            return name;
        }

        return name == id ? "id" : Ours.Contains(name) ? null : name;
    }

    /// <summary>Reads a time with its zone: an object with both, or only the time as text. An object with neither is null.</summary>
    private static ZonedDateTime? ReadZonedDateTime(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            return JsonScalars.First(ref reader, ReadZonedDateTime);
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return JsonScalars.Text(ref reader, null) is { Length: > 0 } text ? new ZonedDateTime(text, null) : null;
        }

        string? time = null, zone = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonScalars.GetString(ref reader).ToUpperInvariant();
            reader.Read();
            switch (name)
            {
                case "DATETIME":
                    time = JsonScalars.Text(ref reader, null);
                    break;
                case "TIMEZONE":
                    zone = JsonScalars.Text(ref reader, null);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return time is null && zone is null ? null : new ZonedDateTime(time, zone);
    }
}
