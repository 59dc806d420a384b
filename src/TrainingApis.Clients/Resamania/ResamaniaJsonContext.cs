using System.Text.Json.Serialization;
using TrainingApis.Clients.Json;
using TrainingApis.Resamania;

namespace TrainingApis.Clients.Resamania;

/// <summary>The Resamania models, described at compile time; <see cref="ModelJson"/> says what the compiler cannot know.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(Club))]
[JsonSerializable(typeof(Source))]
internal sealed partial class ResamaniaJsonContext : JsonSerializerContext
{
    /// <summary>A reader of the Resamania models.</summary>
    public static ModelJson CreateModelJson() => new(
        Default,
        text => new Dictionary<Type, JsonConverter>
        {
            [typeof(Address)] = new ObjectConverter<Address>(),
            [typeof(ItemList<string>)] = new ItemListConverter<string>(text),
        },
        new Dictionary<string, string> { ["iri"] = "@id" });
}
