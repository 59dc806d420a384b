using System.Text.Json;
using System.Text.Json.Serialization;
using TrainingApis.Clients.Json;
using TrainingApis.Resamania;

namespace TrainingApis.Clients.Resamania;

/// <summary>Describes the Resamania models at compile time; <see cref="ModelJson"/> reads them.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(Club))]
[JsonSerializable(typeof(Source))]
internal sealed partial class ResamaniaJsonContext : JsonSerializerContext
{
    /// <summary>Creates a reader of the Resamania models. What JSON-LD says of types is left out; the identity is the IRI.</summary>
    public static ModelJson CreateModelJson() =>
        new ModelJson(Default, (_, name) => name == "iri" ? "@id" : name) { Ignored = ["@context", "@type", "id"] }
            .Add<JsonObject>((ref Utf8JsonReader reader) => JsonObject.Of(JsonTree.Read(ref reader)));
}
