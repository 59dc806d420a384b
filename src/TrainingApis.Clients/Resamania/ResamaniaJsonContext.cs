using System.Text.Json;
using System.Text.Json.Serialization;
using TrainingApis.Clients.Json;
using TrainingApis.Resamania;

namespace TrainingApis.Clients.Resamania;

/// <summary>Describes the Resamania models at compile time, for <see cref="ModelJson"/>.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(Club))]
[JsonSerializable(typeof(Source))]
internal sealed partial class ResamaniaJsonContext : JsonSerializerContext
{
    /// <summary>Creates a reader of the Resamania models. Type members of JSON-LD are left out, and the identity is the IRI.</summary>
    public static ModelJson CreateModelJson() =>
        new ModelJson(Default, (_, name) => name == "iri" ? "@id" : name) { Ignored = ["@context", "@type", "id"] }
            .Add<JsonObject>((ref Utf8JsonReader reader) => JsonObject.Of(JsonTree.Read(ref reader)));
}
