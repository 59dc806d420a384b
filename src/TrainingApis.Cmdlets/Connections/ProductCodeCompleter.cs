namespace TrainingApis.Cmdlets.Connections;

/// <summary>Codes of products that were seen.</summary>
internal sealed class ProductCodeCompleter() : CachedIdCompleter(ApiService.Cegos, CompletionKeys.ProductCode);
