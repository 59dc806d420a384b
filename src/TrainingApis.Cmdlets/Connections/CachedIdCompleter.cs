using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace TrainingApis.Cmdlets.Connections;

/// <summary>Offers ids that the connection has already seen. Never calls anybody, never throws.</summary>
internal abstract class CachedIdCompleter(ApiService service, string kind) : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var meant = fakeBoundParameters["Connection"];
        var connection = (meant is PSObject wrapped ? wrapped.BaseObject : meant) switch
        {
            Connection given => given,
            string name => ConnectionTable.ForCurrentRunspace.Find(service, name),
            _ => ConnectionTable.ForCurrentRunspace.Current(service),
        };
        return connection is null ? [] : Completions.Matching(wordToComplete, connection.Seen.Get(kind));
    }
}
