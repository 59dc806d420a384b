using System.Text.RegularExpressions;

namespace TrainingApis.HelpGenerator.Markdown;

/// <summary>
/// Turns the little Markdown that pages use into plain paragraphs: text, lists, inline code, bold, links. Comments vanish. Each item of a
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

    /// <summary>The text without its marks. What looks like code keeps its very characters.</summary>
    private static string Plain(string text) =>
        string.Concat(text.Split('`').Select((part, index) => index % 2 == 1 ? part : Unmarked(part)));

    private static string Unmarked(string text) => Link().Replace(text.Replace("**", string.Empty, StringComparison.Ordinal), "$1");

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]+\)")]
    private static partial Regex Link();
}
