namespace TrainingApis.Cmdlets.Connections;

/// <summary>Codes of centres that were seen.</summary>
internal sealed class CenterCodeCompleter() : CachedIdCompleter(ApiService.Cegos, CompletionKeys.CenterCode);
