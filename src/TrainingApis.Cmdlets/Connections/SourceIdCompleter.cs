namespace TrainingApis.Cmdlets.Connections;

/// <summary>Ids of sources of contacts that were seen.</summary>
internal sealed class SourceIdCompleter() : CachedIdCompleter(ApiService.Resamania, CompletionKeys.SourceId);
