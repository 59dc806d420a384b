namespace TrainingApis.Cmdlets.Connections;

/// <summary>Ids of conferences that were seen.</summary>
internal sealed class ConferenceIdCompleter() : CachedIdCompleter(ApiService.Conference, CompletionKeys.ConferenceId);
