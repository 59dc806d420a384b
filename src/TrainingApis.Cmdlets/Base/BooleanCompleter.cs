using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace TrainingApis.Cmdlets.Base;

/// <summary>Completes <c>$true</c> and <c>$false</c>, where PowerShell would offer file names.</summary>
internal sealed class BooleanCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        new[] { "$true", "$false" }
            .Where(value => value.StartsWith((wordToComplete ?? string.Empty).Trim(), StringComparison.OrdinalIgnoreCase))
            .Select(value => new CompletionResult(value, value, CompletionResultType.ParameterValue, value));
}

/// <summary>Completes <c>-Route</c> with the default route of each operation whose route can be changed.</summary>
internal sealed class RouteCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
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
        return operations.Where(operation => operation.RouteName is not null)
            .DistinctBy(operation => operation.RouteName)
            .Select(operation => $"@{{ {operation.RouteName} = '{operation.Method} {operation.PathTemplate}' }}")
            .Where(value => value.StartsWith((wordToComplete ?? string.Empty).Trim(), StringComparison.OrdinalIgnoreCase))
            .Select(value => new CompletionResult(value, value, CompletionResultType.ParameterValue, value));
    }
}
