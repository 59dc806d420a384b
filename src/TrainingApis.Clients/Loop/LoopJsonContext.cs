using System.Text.Json.Serialization;
using TrainingApis.Clients.Json;
using TrainingApis.Loop;

namespace TrainingApis.Clients.Loop;

/// <summary>Describes the Loop models at compile time. Their members have English names, but French names in the API.</summary>
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

    /// <summary>Creates a reader of the Loop models.</summary>
    public static ModelJson CreateModelJson() => new(Default, (_, name) => WireNames.GetValueOrDefault(name, name));
}
