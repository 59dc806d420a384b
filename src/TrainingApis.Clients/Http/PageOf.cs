namespace TrainingApis.Clients.Http;

/// <summary>One page as the vendor sent it. A number it did not say is null.</summary>
internal sealed class PageOf<T>
{
    public PageOf(IReadOnlyList<T> items, int? number, int? size, int? totalPages, long? totalItems)
    {
        Items = items;
        Number = number;
        Size = size is > 0 ? size : null;
        TotalItems = totalItems is >= 0 ? totalItems : null;
        TotalPages = totalPages is > 0 || items.Count == 0 ? totalPages : null;
    }

    public IReadOnlyList<T> Items { get; }

    public int? Number { get; }

    public int? Size { get; }

    public int? TotalPages { get; }

    public long? TotalItems { get; }
}
