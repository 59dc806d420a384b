using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>Completes <c>-Field</c> with the properties of a registration.</summary>
internal sealed class RegistrationFieldCompleter : IArgumentCompleter
{
    private static readonly string[] Ids =
        [nameof(Registration.ConferenceId), nameof(Registration.SessionId), nameof(Registration.RegistrationId),
            nameof(Registration.FromJournal)];

    private static readonly string[] Names = [.. typeof(Registration).GetProperties().Select(property => property.Name)
        .Where(name => !Ids.Contains(name) && name != nameof(Registration.AdditionalProperties))
        .Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Names.Where(name => name.StartsWith((wordToComplete ?? string.Empty).Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(name => new CompletionResult(name, name, CompletionResultType.ParameterValue, name));

    /// <summary>Gets a property's name in its own letter case; any other name as it is.</summary>
    public static string Canonical(string name) =>
        typeof(Registration).GetProperties()
            .FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Name
            ?? name;
}
