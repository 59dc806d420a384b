using System.Globalization;
using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TrainingApis.Clients.Http;
using Xunit;

namespace TrainingApis.Tests.Unit.Properties;

/// <summary>However a vendor writes a secret, so that it can be read again: it is hidden.</summary>
public class RedactionProperties
{
    private const string Letters = "abcXYZ019 -._~!*'();:@&=+$,/?#[]%\"\\<>{}|^`é€😀";

    /// <summary>Encodings of one text, each with choices of its own.</summary>
    private static readonly Dictionary<string, Func<string, Random, string>> Encodings = new()
    {
        ["as it is"] = (text, _) => text,
        ["percent, upper case"] = (text, dice) => Percent(text, dice, "X2", " "),
        ["percent, lower case"] = (text, dice) => Percent(text, dice, "x2", " "),
        ["percent, mixed case"] = (text, dice) => Percent(text, dice, dice.Next(2) == 0 ? "X2" : "x2", " "),
        ["form"] = (text, _) => WebUtility.UrlEncode(text),
        ["form, lower case"] = (text, _) => LowerHex(WebUtility.UrlEncode(text)),
        ["escapeDataString"] = (text, _) => Uri.EscapeDataString(text),
        ["JavaScript escape"] = (text, _) => string.Concat(text.Select(unit =>
            unit > 255 ? $"%u{(int)unit:X4}" : unit is '+' or '%' or (> '~') ? $"%{(int)unit:X2}" : $"{unit}")),
        ["HTML"] = (text, _) => WebUtility.HtmlEncode(text),
        ["HTML, numbers"] = (text, dice) => string.Concat(text.EnumerateRunes().Select(rune =>
            dice.Next(2) == 0 ? $"&#{rune.Value};" : $"&#x{rune.Value:x};")),
        ["JSON"] = (text, _) => System.Text.Json.JsonSerializer.Serialize(text)[1..^1],
        ["JSON, relaxed"] = (text, _) => text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("/", "\\/"),
        ["Java"] = (text, dice) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value == '\\' || dice.Next(3) == 0
            ? string.Concat(rune.ToString().Select(unit => $"\\u{(int)unit:x4}")) : rune.ToString())),
        ["JavaScript"] = (text, _) => string.Concat(text.Select(unit =>
            unit < 128 ? $"\\x{(int)unit:x2}" : $"\\u{(int)unit:X4}")),
        ["Python bytes"] = (text, _) => string.Concat(Encoding.UTF8.GetBytes(text).Select(value =>
            value is (byte)'\\' or > 126 ? $"\\x{value:x2}" : $"{(char)value}")),
        ["base64"] = (text, dice) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Around(text, dice))),
        ["base64url"] = (text, dice) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Around(text, dice)))
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
    public void A_secret_is_hidden_in_every_encoding_and_in_every_two_of_them(string inner, string outer) =>
        Prop.ForAll(Secrets, ArbMap.Default.ArbFor<int>(), (secret, seed) =>
        {
            var dice = new Random(seed);
            var encoded = Encodings[outer](Encodings[inner](secret, dice), dice);
            var redactor = new Redactor();
            redactor.AddSecret(secret);

            var hidden = redactor.Redact($"sent [{encoded}].")!;

            // What base64 shares with its neighbours stays; of the rest nothing does.
            var left = encoded.Length / 2;
            return hidden.Contains(Redactor.Mask, StringComparison.Ordinal)
                && Enumerable.Range(0, encoded.Length - left)
                    .All(at => !hidden.Contains(encoded.Substring(at, left), StringComparison.Ordinal))
                && (inner.StartsWith("base64", StringComparison.Ordinal) || outer.StartsWith("base64", StringComparison.Ordinal)
                    || hidden == $"sent [{Redactor.Mask}].")
                ? true : throw new InvalidOperationException($"'{secret}' as '{encoded}' became '{hidden}'");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public void Text_without_a_secret_stays_as_it_is() => Prop.ForAll(Secrets, Secrets, Secrets, (secret, left, right) =>
    {
        var redactor = new Redactor();
        redactor.AddSecret(secret + "\u0001");
        var text = $"{left}{right}".Trim();
        return redactor.Redact(text) == text;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static string Percent(string text, Random dice, string format, string space)
    {
        // Which of the other characters are encoded is the sender's choice; a percent sign always is.
        var keep = Letters.Where(letter => letter is not '%' && dice.Next(2) == 0).ToHashSet();
        return string.Concat(text.EnumerateRunes().Select(rune => rune.IsAscii && keep.Contains((char)rune.Value) && rune.Value != ' '
            ? rune.ToString() : string.Concat(Encoding.UTF8.GetBytes(rune.ToString()).Select(value =>
                "%" + value.ToString(format, CultureInfo.InvariantCulture)))));
    }

    private static string LowerHex(string text) => System.Text.RegularExpressions.Regex.Replace(text, "%[0-9A-F]{2}", match =>
        match.Value.ToLowerInvariant());

    private static string Around(string text, Random dice) =>
        new string('a', dice.Next(4)) + text + new string('b', dice.Next(4));
}
