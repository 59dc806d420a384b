namespace TrainingApis.Cmdlets.Connections;

/// <summary>Codes of centres that were seen.</summary>
internal sealed class CenterCodeCompleter() : SeenCompleter(ApiService.Cegos, SeenMap.CenterCode);
