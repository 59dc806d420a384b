using System.Text.Json.Serialization;
using TrainingApis.Loop;

namespace TrainingApis.Clients.Json;

/// <summary>The Loop models, described at compile time; their members have English names, the wire French ones.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Folder))]
internal sealed partial class LoopJsonContext : JsonSerializerContext
{
    private static readonly Dictionary<string, string> WireNames = new()
    {
        ["codeDossier"] = "codeIbs",
        ["lastName"] = "nom",
        ["firstName"] = "prenom",
        ["usualName"] = "nomUsuel",
        ["companyName"] = "raisonSociale",
        ["owner"] = "maitreDossier",
        ["ownerId"] = "maitreDossierId",
    };

    /// <summary>A reader of the Loop models.</summary>
    public static ModelJson CreateModelJson() => new(Default, (_, name) => WireNames.GetValueOrDefault(name, name));
}
