namespace TrainingApis.Cmdlets.Connections;

/// <summary>Codes of sessions that were seen.</summary>
internal sealed class SessionCodeCompleter() : SeenCompleter(ApiService.Cegos, SeenMap.SessionCode);
