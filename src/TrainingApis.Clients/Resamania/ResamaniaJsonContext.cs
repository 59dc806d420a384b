using System.Text.Json.Serialization;
using TrainingApis.Clients.Json;
using TrainingApis.Resamania;

namespace TrainingApis.Clients.Resamania;

/// <summary>The Resamania models, described at compile time; <see cref="ModelJson"/> reads them.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(Club))]
[JsonSerializable(typeof(Source))]
internal sealed partial class ResamaniaJsonContext : JsonSerializerContext
{
    /// <summary>A reader of the Resamania models.</summary>
    public static ModelJson CreateModelJson() => new(Default, (_, name) => name == "iri" ? "@id" : name);
}
