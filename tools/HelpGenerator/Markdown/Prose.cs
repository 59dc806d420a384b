using System.Text.RegularExpressions;

namespace TrainingApis.HelpGenerator.Markdown;

/// <summary>
/// Converts the Markdown of the pages to plain paragraphs: text, lists, inline code, bold, links. Comments are removed. Each item of a
/// list is a paragraph.
/// </summary>
internal static partial class Prose
{
    public static IReadOnlyList<string> Paragraphs(IEnumerable<string> lines)
    {
        var paragraphs = new List<string>();
        var open = false;
        foreach (var line in Comment().Replace(string.Join('\n', lines), string.Empty).Split('\n').Select(line => line.Trim()))
        {
            var item = line.StartsWith("- ", StringComparison.Ordinal);
            if (line.Length == 0)
            {
                open = false;
            }
            else if (open && !item)
            {
                paragraphs[^1] += " " + line;
            }
            else
            {
                paragraphs.Add(line);
                open = true;
            }
        }

        return paragraphs.ConvertAll(Plain);
    }

    /// <summary>Gets the text without Markdown characters. Inline code is not changed.</summary>
    private static string Plain(string text) =>
        string.Concat(text.Split('`').Select((part, index) => index % 2 == 1 ? part : RemoveMarkdown(part)));

    private static string RemoveMarkdown(string text) => Link().Replace(text.Replace("**", string.Empty, StringComparison.Ordinal), "$1");

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]+\)")]
    private static partial Regex Link();
}
