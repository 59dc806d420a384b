namespace TrainingApis.Cmdlets.Connections;

/// <summary>Ids of contacts that were seen.</summary>
internal sealed class ContactIdCompleter() : CachedIdCompleter(ApiService.Resamania, CompletionKeys.ContactId);
