using System.Globalization;
using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TrainingApis.Clients.Http;
using Xunit;

namespace TrainingApis.Tests.Unit.Properties;

/// <summary>Tests that a secret is redacted in every reversible encoding.</summary>
public class RedactionProperties
{
    private const string Letters = "abcXYZ019 -._~!*'();:@&=+$,/?#[]%\"\\<>{}|^`é€😀";

    /// <summary>The encodings of a text. Some of them depend on random values.</summary>
    private static readonly Dictionary<string, Func<string, Random, string>> Encodings = new()
    {
        ["as it is"] = (text, _) => text,
        ["percent, upper case"] = (text, random) => Percent(text, random, "X2", " "),
        ["percent, lower case"] = (text, random) => Percent(text, random, "x2", " "),
        ["percent, mixed case"] = (text, random) => Percent(text, random, random.Next(2) == 0 ? "X2" : "x2", " "),
        ["form"] = (text, _) => WebUtility.UrlEncode(text),
        ["form, lower case"] = (text, _) => LowerHex(WebUtility.UrlEncode(text)),
        ["escapeDataString"] = (text, _) => Uri.EscapeDataString(text),
        ["JavaScript escape"] = (text, _) => string.Concat(text.Select(unit =>
            unit > 255 ? $"%u{(int)unit:X4}" : unit is '+' or '%' or (> '~') ? $"%{(int)unit:X2}" : $"{unit}")),
        ["HTML"] = (text, _) => WebUtility.HtmlEncode(text),
        ["HTML, numbers"] = (text, random) => string.Concat(text.EnumerateRunes().Select(rune =>
            random.Next(2) == 0 ? $"&#{rune.Value};" : $"&#x{rune.Value:x};")),
        ["JSON"] = (text, _) => System.Text.Json.JsonSerializer.Serialize(text)[1..^1],
        ["JSON, relaxed"] = (text, _) => text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("/", "\\/"),
        ["Java"] = (text, random) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value == '\\' || random.Next(3) == 0
            ? string.Concat(rune.ToString().Select(unit => $"\\u{(int)unit:x4}")) : rune.ToString())),
        ["JavaScript"] = (text, _) => string.Concat(text.Select(unit =>
            unit < 128 ? $"\\x{(int)unit:x2}" : $"\\u{(int)unit:X4}")),
        ["Python bytes"] = (text, _) => string.Concat(Encoding.UTF8.GetBytes(text).Select(value =>
            value is (byte)'\\' or > 126 ? $"\\x{value:x2}" : $"{(char)value}")),
        ["base64"] = (text, random) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Surround(text, random))),
        ["base64url"] = (text, random) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Surround(text, random)))
            .TrimEnd('=').Replace('+', '-').Replace('/', '_'),
    };

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var inner in Encodings.Keys)
        {
            foreach (var outer in Encodings.Keys)
            {
                pairs.Add(inner, outer);
            }
        }

        return pairs;
    }

    private static Arbitrary<string> Secrets => Gen.Elements(Letters.EnumerateRunes().Select(rune => rune.ToString()).ToArray())
        .ListOf(24).Select(runes => string.Concat(runes).Trim('\\', ' ')).Where(text => text.Length >= 12).ToArbitrary();

    [Theory, MemberData(nameof(Pairs))]
    public void Redacts_a_secret_in_every_combination_of_two_encodings(string inner, string outer) =>
        Prop.ForAll(Secrets, ArbMap.Default.ArbFor<int>(), (secret, seed) =>
        {
            var random = new Random(seed);
            var encoded = Encodings[outer](Encodings[inner](secret, random), random);
            var redactor = new Redactor();
            redactor.AddSecret(secret);

            var redacted = redactor.Redact($"sent [{encoded}].")!;

            // Only the Base64 characters that also encode the text around the secret can remain.
            var length = encoded.Length / 2;
            return redacted.Contains(Redactor.Mask, StringComparison.Ordinal)
                && Enumerable.Range(0, encoded.Length - length)
                    .All(at => !redacted.Contains(encoded.Substring(at, length), StringComparison.Ordinal))
                && (inner.StartsWith("base64", StringComparison.Ordinal) || outer.StartsWith("base64", StringComparison.Ordinal)
                    || redacted == $"sent [{Redactor.Mask}].")
                ? true : throw new InvalidOperationException($"'{secret}' as '{encoded}' became '{redacted}'");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public void Does_not_change_text_without_a_secret() => Prop.ForAll(Secrets, Secrets, Secrets, (secret, left, right) =>
    {
        var redactor = new Redactor();
        redactor.AddSecret(secret + "\u0001");
        var text = $"{left}{right}".Trim();
        return redactor.Redact(text) == text;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static string Percent(string text, Random random, string format, string space)
    {
        // The sender chooses which characters are encoded. A percent sign always is.
        var keep = Letters.Where(letter => letter is not '%' && random.Next(2) == 0).ToHashSet();
        return string.Concat(text.EnumerateRunes().Select(rune => rune.IsAscii && keep.Contains((char)rune.Value) && rune.Value != ' '
            ? rune.ToString() : string.Concat(Encoding.UTF8.GetBytes(rune.ToString()).Select(value =>
                "%" + value.ToString(format, CultureInfo.InvariantCulture)))));
    }

    private static string LowerHex(string text) => System.Text.RegularExpressions.Regex.Replace(text, "%[0-9A-F]{2}", match =>
        match.Value.ToLowerInvariant());

    private static string Surround(string text, Random random) =>
        new string('a', random.Next(4)) + text + new string('b', random.Next(4));
}
