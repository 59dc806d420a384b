using System.Text;

namespace TrainingApis.Tests.Unit.Properties;

/// <summary>Damages a document once for each number. The same numbers cause the same damage.</summary>
internal static class Mutations
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e400", "-1e-400", "79228162514264337593543950336", "9223372036854775808", "1.5", "\"\"", "\" \"",
            "\"x\"", "\"0001-01-01T00:00:00Z\"",
        "\"9999-12-31T23:59:59.9999999+14:00\"", "\"\\ud800\"", "\"\\u0000\"", "\"1e400\"", "[]", "{}", "[[]]", "[null]", "[{}]",
            "{\"\":{}}", "{\"id\":null}", "NaN", "tru", "\"", "{", "]",
        new string('[', 80) + new string(']', 80),
    ];

    public static byte[] Apply(byte[] document, IEnumerable<int> numbers) => numbers.Take(8).Aggregate(document, Damage);

    private static byte[] Damage(byte[] document, int number)
    {
        var random = new Random(number);
        var (from, to) = PickRange(random, document.Length);
        return random.Next(6) switch
        {
            0 => [.. document[..from], .. document[to..]],
            1 => [.. document[..to], .. document[from..]],
            2 => [.. document[..from], (byte)random.Next(256), .. document[from..]],
            3 => document[..from],
            _ => ReplaceValue(document, random),
        };
    }

    /// <summary>Replaces the value after one of the colons.</summary>
    private static byte[] ReplaceValue(byte[] document, Random random)
    {
        var colons = Enumerable.Range(0, document.Length).Where(at => document[at] == ':').ToArray();
        var value = Encoding.UTF8.GetBytes(Values[random.Next(Values.Length)]);
        if (colons.Length == 0)
        {
            return value;
        }

        var start = colons[random.Next(colons.Length)] + 1;
        var end = start;
        while (end < document.Length && document[end] is not ((byte)',' or (byte)'}' or (byte)']' or (byte)'\n'))
        {
            end++;
        }

        return [.. document[..start], .. value, .. document[end..]];
    }

    private static (int From, int To) PickRange(Random random, int length)
    {
        var from = random.Next(length + 1);
        return (from, Math.Min(length, from + random.Next(1, 12)));
    }
}
