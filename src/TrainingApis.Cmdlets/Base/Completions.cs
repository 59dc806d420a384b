using System.Management.Automation;
using System.Management.Automation.Language;

namespace TrainingApis.Cmdlets.Base;

/// <summary>Turns ids with labels into what the Tab key shows.</summary>
internal static class Completions
{
    private const int Most = 200;

    /// <summary>Those whose id begins with the word, then those whose label contains it.</summary>
    public static IEnumerable<CompletionResult> Matching(string? word, IEnumerable<KeyValuePair<string, string?>> ids)
    {
        var wanted = (word ?? string.Empty).Trim('\'', '"');
        return ids
            .Where(id => !id.Key.Any(char.IsControl) && (Begins(id.Key) || Mentions(id.Value)))
            .OrderBy(id => Begins(id.Key) ? 0 : 1)
            .Take(Most)
            .Select(id => new CompletionResult(Quote(id.Key), id.Key, CompletionResultType.ParameterValue,
                string.IsNullOrWhiteSpace(id.Value) ? id.Key : OneLine.Of($"{id.Key} {id.Value}")));

        bool Begins(string id) => id.StartsWith(wanted, StringComparison.OrdinalIgnoreCase);
        bool Mentions(string? label) => wanted.Length > 0 && label?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true;
    }

    private static string Quote(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && text[0] != '-'
            ? text
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";
}
