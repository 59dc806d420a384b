using System.Text.Json.Serialization;
using TrainingApis.Cegos;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Cegos;

/// <summary>Describes the Cegos models at compile time, for <see cref="ModelJson"/>.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Catalog))]
[JsonSerializable(typeof(TopicYear))]
[JsonSerializable(typeof(Product))]
[JsonSerializable(typeof(Session))]
[JsonSerializable(typeof(Center))]
internal sealed partial class CegosJsonContext : JsonSerializerContext
{
    /// <summary>Creates a reader of the Cegos models.</summary>
    public static ModelJson CreateModelJson() => new(Default);
}
