namespace TrainingApis.Cmdlets.Connections;

/// <summary>Codes of client files that were seen.</summary>
internal sealed class FolderCodeCompleter() : CachedIdCompleter(ApiService.Loop, CompletionKeys.FolderCode);
