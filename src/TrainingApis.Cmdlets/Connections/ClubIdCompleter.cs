namespace TrainingApis.Cmdlets.Connections;

/// <summary>Ids of clubs that were seen.</summary>
internal sealed class ClubIdCompleter() : SeenCompleter(ApiService.Resamania, SeenMap.ClubId);
