using System.Text.Json;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Compares JSON with what the documents show: member names with the first letter of their type.</summary>
internal static class Shape
{
    /// <param name="json">The object to look at.</param>
    /// <param name="members">Such as <c>id:n label:s cpf:b data:a notice:o id:0</c>: number, string, boolean, array, object, null; <c>?</c>
    /// behind the type where it may be missing.</param>
    public static void Holds(JsonElement json, string members)
    {
        foreach (var member in members.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = member.Split(':');
            if (!json.TryGetProperty(parts[0], out var value))
            {
                Assert.True(parts[1].EndsWith('?'), $"'{parts[0]}' is missing in {json}");
                continue;
            }

            Assert.True(parts[1].Contains(Letter(value)), $"'{parts[0]}' is {value.ValueKind}, not {parts[1]}");
        }
    }

    /// <summary>The same, and no other member.</summary>
    public static void Is(JsonElement json, string members)
    {
        Holds(json, members);
        var known = members.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(member => member.Split(':')[0])
            .ToHashSet();
        Assert.All(json.EnumerateObject(), member => Assert.Contains(member.Name, known));
    }

    private static char Letter(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => 'n',
        JsonValueKind.String => 's',
        JsonValueKind.True or JsonValueKind.False => 'b',
        JsonValueKind.Array => 'a',
        JsonValueKind.Object => 'o',
        _ => '0',
    };
}
