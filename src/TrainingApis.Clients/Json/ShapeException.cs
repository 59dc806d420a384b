namespace TrainingApis.Clients.Json;

/// <summary>Represents JSON that is valid but not of the documented shape. The message names the member and holds no value.</summary>
internal sealed class ShapeException(string message) : Exception(message)
{
    public static ShapeException Missing(string member) => new($"there is no \"{member}\" in it");
}

/// <summary>Represents the member that identifies an item of a response.</summary>
/// <param name="Member">Its wire name, for errors.</param>
/// <param name="Get">Gets its value; null or white space where it is missing.</param>
internal sealed record Identity<T>(string Member, Func<T, string?> Get)
    where T : class
{
    /// <exception cref="ShapeException">There is no item, or its identity is missing.</exception>
    public T Require(T? item) => item is not null && !string.IsNullOrWhiteSpace(Get(item)) ? item : throw ShapeException.Missing(Member);
}
