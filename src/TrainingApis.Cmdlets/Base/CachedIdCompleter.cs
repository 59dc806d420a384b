using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace TrainingApis.Cmdlets.Base;

/// <summary>Completes ids that the connection has received. Sends nothing and does not throw.</summary>
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

/// <summary>Completes codes of centres that the connection has returned.</summary>
internal sealed class CenterCodeCompleter() : CachedIdCompleter(ApiService.Cegos, CompletionKeys.CenterCode);

/// <summary>Completes ids of clubs that the connection has returned.</summary>
internal sealed class ClubIdCompleter() : CachedIdCompleter(ApiService.Resamania, CompletionKeys.ClubId);

/// <summary>Completes ids of conferences that the connection has returned.</summary>
internal sealed class ConferenceIdCompleter() : CachedIdCompleter(ApiService.Conference, CompletionKeys.ConferenceId);

/// <summary>Completes ids of sessions of conferences that the connection has returned.</summary>
internal sealed class ConferenceSessionIdCompleter() : CachedIdCompleter(ApiService.Conference, CompletionKeys.ConferenceSessionId);

/// <summary>Completes ids of contacts that the connection has returned.</summary>
internal sealed class ContactIdCompleter() : CachedIdCompleter(ApiService.Resamania, CompletionKeys.ContactId);

/// <summary>Completes codes of client files that the connection has returned.</summary>
internal sealed class FolderCodeCompleter() : CachedIdCompleter(ApiService.Loop, CompletionKeys.FolderCode);

/// <summary>Completes codes of products that the connection has returned.</summary>
internal sealed class ProductCodeCompleter() : CachedIdCompleter(ApiService.Cegos, CompletionKeys.ProductCode);

/// <summary>Completes codes of sessions that the connection has returned.</summary>
internal sealed class SessionCodeCompleter() : CachedIdCompleter(ApiService.Cegos, CompletionKeys.SessionCode);

/// <summary>Completes ids of network nodes that the connection has returned.</summary>
internal sealed class NetworkNodeIdCompleter() : CachedIdCompleter(ApiService.Resamania, CompletionKeys.NetworkNodeId);

/// <summary>Completes ids of sources of contacts that the connection has returned.</summary>
internal sealed class SourceIdCompleter() : CachedIdCompleter(ApiService.Resamania, CompletionKeys.SourceId);

/// <summary>Completes ids of catalogues that the connection has returned.</summary>
internal sealed class CatalogIdCompleter() : CachedIdCompleter(ApiService.Cegos, CompletionKeys.CatalogId);

/// <summary>Completes numbers of registrations that the connection has returned.</summary>
internal sealed class RegistrationNumberCompleter() : CachedIdCompleter(ApiService.Cegos, CompletionKeys.RegistrationNumber);

/// <summary>Completes ids of deferrals that the connection has returned.</summary>
internal sealed class TransactionIdCompleter() : CachedIdCompleter(ApiService.Cegos, CompletionKeys.TransactionId);
