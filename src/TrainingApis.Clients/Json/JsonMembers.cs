using System.Globalization;

namespace TrainingApis.Clients.Json;

/// <summary>The members of a small answer, found in any letter case.</summary>
internal static class JsonMembers
{
    /// <exception cref="ShapeException">It is no object.</exception>
    public static IReadOnlyDictionary<string, object?> Read(ReadOnlySpan<byte> json) =>
        Of(JsonTree.Read(json)) ?? throw new ShapeException("it is no JSON object");

    public static IReadOnlyDictionary<string, object?>? Of(object? plain)
    {
        if (plain is List<object?> { Count: 1 } only)
        {
            plain = only[0];
        }

        if (plain is not IReadOnlyDictionary<string, object?> members)
        {
            return null;
        }

        var found = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in members)
        {
            found[name] = value;
        }

        return found;
    }

    /// <summary>A member as text: a number is its digits; anything else that is no text, and an empty one, is null.</summary>
    public static string? Text(IReadOnlyDictionary<string, object?> members, string name) => members.GetValueOrDefault(name) switch
    {
        string text when !string.IsNullOrWhiteSpace(text) => text,
        long or decimal or double => Convert.ToString(members[name], CultureInfo.InvariantCulture),
        _ => null,
    };
}
