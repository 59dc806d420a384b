namespace TrainingApis.Clients.Http;

/// <summary>One page as the vendor sent it. A number it did not say is null.</summary>
internal sealed class PageOf<T>(IReadOnlyList<T> items, int? number, int? size, int? totalPages, long? totalItems)
{
    public IReadOnlyList<T> Items { get; } = items;

    public int? Number { get; } = number;

    public int? Size { get; } = size is > 0 ? size : null;

    public int? TotalPages { get; } = totalPages is > 0 || items.Count == 0 ? totalPages : null;

    public long? TotalItems { get; } = totalItems is >= 0 ? totalItems : null;
}
