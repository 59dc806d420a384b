namespace TrainingApis.Cmdlets.Connections;

/// <summary>Codes of sessions that were seen.</summary>
internal sealed class SessionCodeCompleter() : CachedIdCompleter(ApiService.Cegos, CompletionKeys.SessionCode);
