using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace TrainingApis.Cmdlets.Base;

/// <summary>Completes names of this runspace's connections; only those of the command's API where its noun tells which.</summary>
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
