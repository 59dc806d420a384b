namespace TrainingApis.Clients.Json;

/// <summary>JSON that is whole and valid but not of the documented shape. The message names the member and holds no value.</summary>
internal sealed class ShapeException(string message) : Exception(message)
{
    public static ShapeException Missing(string member) => new($"there is no \"{member}\" in it");
}
