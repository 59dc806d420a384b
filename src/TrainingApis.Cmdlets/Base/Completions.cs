using System.Collections;
using System.Management.Automation.Language;

namespace TrainingApis.Cmdlets.Base;

/// <summary>Converts IDs with labels to completion results.</summary>
internal static class Completions
{
    private const int Most = 200;

    /// <summary>Gets the IDs that begin with the word, followed by those whose label contains it.</summary>
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

    /// <summary>Gets the fixed texts that begin with the word, unchanged.</summary>
    public static IEnumerable<CompletionResult> Of(string word, IEnumerable<string> texts) => texts
        .Where(text => text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
        .Select(text => new CompletionResult(text, text, CompletionResultType.ParameterValue, text));

    private static string Quote(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && text[0] != '-'
            ? text
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";
}

/// <summary>Completes <c>$true</c> and <c>$false</c>, because PowerShell would suggest file names.</summary>
internal sealed class BooleanCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of((wordToComplete ?? string.Empty).Trim(), ["$true", "$false"]);
}

/// <summary>Completes <c>-Route</c> with the default route of each operation whose route can be changed.</summary>
internal sealed class RouteCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var operations = (commandName ?? string.Empty).ToUpperInvariant() switch
        {
            "CONNECT-CEGOS" => TrainingApis.Cegos.CegosOperations.All,
            "CONNECT-LOOP" => TrainingApis.Loop.LoopOperations.All,
            "CONNECT-RESAMANIA" => TrainingApis.Resamania.ResamaniaOperations.All,
            "CONNECT-CONFERENCE" => TrainingApis.Conferences.ConferenceOperations.All,
            _ => [],
        };
        return Completions.Of((wordToComplete ?? string.Empty).Trim(), operations.Where(operation => operation.RouteName is not null)
            .DistinctBy(operation => operation.RouteName)
            .Select(operation => $"@{{ {operation.RouteName} = '{operation.Method} {operation.PathTemplate}' }}"));
    }
}

/// <summary>
/// Completes the names of the connections of this runspace; only those of one API if the noun of the command identifies it.
/// </summary>
internal sealed class ConnectionCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var noun = commandName[(commandName.IndexOf('-') + 1)..];
        IEnumerable<Connection> all = ConnectionTable.ForCurrentRunspace.All;
        var own = all.Where(c => noun.StartsWith(c.Service.ToString(), StringComparison.OrdinalIgnoreCase));
        return Completions.Matching(wordToComplete,
            (own.Any() ? own : all).Select(c => KeyValuePair.Create(c.Name, (string?)c.BaseUri.Host)));
    }
}
