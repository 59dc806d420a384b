using System.Text.Json;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>An answer of the sandbox's Resamania, read whole.</summary>
internal sealed class ResamaniaReply
{
    public required int Status { get; init; }

    public required string? MediaType { get; init; }

    public required string Text { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    public string? Description => Json.GetProperty("hydra:description").GetString();

    public JsonElement[] Members => Json.GetProperty("hydra:member").EnumerateArray().ToArray();

    public string? this[string member] => Json.GetProperty(member).GetString();
}
