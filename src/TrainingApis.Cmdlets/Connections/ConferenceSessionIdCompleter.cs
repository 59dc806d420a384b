namespace TrainingApis.Cmdlets.Connections;

/// <summary>Ids of sessions of conferences that were seen.</summary>
internal sealed class ConferenceSessionIdCompleter() : CachedIdCompleter(ApiService.Conference, CompletionKeys.ConferenceSessionId);
