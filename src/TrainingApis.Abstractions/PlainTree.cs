using System.Collections;
using System.Globalization;

namespace TrainingApis;

/// <summary>
/// Converts values to the types of JSON: null, text, Boolean, number (long, decimal or double), list and dictionary. The members of a
/// dictionary keep their order. Dates become ISO 8601 text.
/// </summary>
internal static class PlainTree
{
    private const int MaximumDepth = 60;

    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: a value that cannot be written as JSON.</exception>
    public static object? Of(object? value, int depth = 0) => value switch
    {
        _ when depth > MaximumDepth => throw Invalid($"It is nested more than {MaximumDepth} levels deep."),
        string text => IsWellFormed(text) ? text : throw Invalid("A text has half a character."),
        null or bool or long or decimal => value,
        DateTime date => date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        DateTimeOffset date => date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        double or float => Convert.ToDouble(value, CultureInfo.InvariantCulture) is var number && !double.IsNaN(number)
            && !double.IsInfinity(number) ? number : throw Invalid("JSON has no infinite numbers and no NaN."),
        sbyte or byte or short or ushort or int or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ulong number => (decimal)number,
        IEnumerable<KeyValuePair<string, object?>> members => Members(members, depth),
        IDictionary members => Members(members.Cast<DictionaryEntry>()
            .Select(member => KeyValuePair.Create(member.Key.ToString() ?? string.Empty, (object?)member.Value)), depth),
        IEnumerable items => items.Cast<object?>().Select(item => Of(item, depth + 1)).ToList(),
        _ => throw Invalid($"A {value.GetType().Name} cannot be written as JSON."),
    };

    /// <summary>Gets whether a text has no unpaired surrogates. They would be replaced by another character without an error.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (!char.IsSurrogatePair(text, i))
            {
                return false;
            }

            i++;
        }
        return true;
    }

    private static Dictionary<string, object?> Members(IEnumerable<KeyValuePair<string, object?>> members, int depth)
    {
        var plain = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in members)
        {
            plain[name] = Of(value, depth + 1);
        }

        return plain;
    }

    private static ApiException Invalid(string message) => new(ApiErrorKind.InvalidArgument, message + " Nothing was sent.");
}
