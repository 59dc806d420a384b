namespace TrainingApis.Cmdlets.Connections;

/// <summary>Ids of clubs that were seen.</summary>
internal sealed class ClubIdCompleter() : CachedIdCompleter(ApiService.Resamania, CompletionKeys.ClubId);
