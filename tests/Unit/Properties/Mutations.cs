using System.Text;

namespace TrainingApis.Tests.Unit.Properties;

/// <summary>Spoils a document in as many ways as there are numbers. The same numbers spoil it in the same way, and fewer of them
/// less.</summary>
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

    public static byte[] Apply(byte[] document, IEnumerable<int> numbers) => numbers.Take(8).Aggregate(document, Spoil);

    private static byte[] Spoil(byte[] document, int number)
    {
        var dice = new Random(number);
        var (from, to) = Stretch(dice, document.Length);
        return dice.Next(6) switch
        {
            0 => [.. document[..from], .. document[to..]],
            1 => [.. document[..to], .. document[from..]],
            2 => [.. document[..from], (byte)dice.Next(256), .. document[from..]],
            3 => document[..from],
            _ => InPlaceOfValue(document, dice),
        };
    }

    /// <summary>Another value behind one of the colons.</summary>
    private static byte[] InPlaceOfValue(byte[] document, Random dice)
    {
        var colons = Enumerable.Range(0, document.Length).Where(at => document[at] == ':').ToArray();
        var value = Encoding.UTF8.GetBytes(Values[dice.Next(Values.Length)]);
        if (colons.Length == 0)
        {
            return value;
        }

        var start = colons[dice.Next(colons.Length)] + 1;
        var end = start;
        while (end < document.Length && document[end] is not ((byte)',' or (byte)'}' or (byte)']' or (byte)'\n'))
        {
            end++;
        }

        return [.. document[..start], .. value, .. document[end..]];
    }

    private static (int From, int To) Stretch(Random dice, int length)
    {
        var from = dice.Next(length + 1);
        return (from, Math.Min(length, from + dice.Next(1, 12)));
    }
}
