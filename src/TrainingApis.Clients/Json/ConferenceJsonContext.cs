using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TrainingApis.Conferences;

namespace TrainingApis.Clients.Json;

/// <summary>The models of the conferences, described at compile time; <see cref="ModelJson"/> says what the compiler cannot know.</summary>
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
    private static readonly string[] Ours = ["conferenceId", "sessionId", "fromJournal"];

    /// <summary>A reader of the models.</summary>
    public static ModelJson CreateModelJson() => new(Default.WithAddedModifier(Name), text =>
    {
        var items = List<FormItem>();
        return new Dictionary<Type, JsonConverter>
        {
            [typeof(ZonedDateTime)] = new ZonedDateTimeConverter(),
            [typeof(RegistrationClient)] = new ObjectConverter<RegistrationClient>(),
            [typeof(Location)] = new ObjectConverter<Location>(),
            [typeof(GeoPoint)] = new ObjectConverter<GeoPoint>(),
            [typeof(Picture)] = new ObjectConverter<Picture>(),
            [typeof(ConferenceForm)] = new ObjectConverter<ConferenceForm>(),
            [typeof(RegistrationRules)] = new ObjectConverter<RegistrationRules>(),
            [typeof(FormValueFormat)] = new ObjectConverter<FormValueFormat>(),
            [typeof(ItemList<Tag>)] = List<Tag>(),
            [typeof(ItemList<FormValue>)] = List<FormValue>(),
            [typeof(ItemList<FormItem>)] = items,
            [typeof(ItemList<ItemList<FormItem>>)] = new ItemListConverter<ItemList<FormItem>>(items),
        };
    });

    private static ItemListConverter<T> List<T>() where T : class => new(new ObjectConverter<T>());

    private static void Name(JsonTypeInfo type)
    {
        if (!OwnIds.TryGetValue(type.Type, out var id))
            return;
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i].Name == id)
                type.Properties[i].Name = "id";
            else if (Ours.Contains(type.Properties[i].Name))
                type.Properties.RemoveAt(i);
        }
    }
}
