using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using TrainingApis.Cmdlets.Connections;
using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>The statuses that can be set: not all that can be read.</summary>
internal sealed class RegistrationStatusCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Matching(wordToComplete, new[] { RegistrationStatus.Accepted, RegistrationStatus.WaitingList }.Select(status => KeyValuePair.Create(status.ToString(), (string?)null)));
}
