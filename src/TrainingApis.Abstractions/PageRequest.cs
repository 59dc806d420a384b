namespace TrainingApis;

/// <summary>Represents the part of a list to read, and the number of concurrent page requests.</summary>
public sealed class PageRequest
{
    /// <summary>Gets a request for all items.</summary>
    public static PageRequest All { get; } = new();

    /// <summary>Gets or sets the number of items to skip at the beginning.</summary>
    public long Skip { get; set; }

    /// <summary>
    /// Gets or sets the maximum number of items to read; null for all. 0 requests only the first page, for the total number of items.
    /// </summary>
    public long? First { get; set; }

    /// <summary>
    /// Gets or sets the maximum number of page requests in flight (1 to 16); null for an adaptive limit, from 4 up to 8 while the vendor
    /// does not throttle. The pages are always returned in order.
    /// </summary>
    public int? ThrottleLimit { get; set; }
}

/// <summary>Represents one page of a list. It contains only the requested items.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="items">The items.</param>
/// <param name="number">The number of the page.</param>
/// <param name="totalPages">The number of pages; null if the vendor does not specify it.</param>
/// <param name="totalItems">The number of items in the complete list; null if the vendor does not specify it.</param>
public sealed class Page<T>(IReadOnlyList<T> items, int number, int? totalPages, long? totalItems)
{
    /// <summary>Gets the items, in the order of the vendor.</summary>
    public IReadOnlyList<T> Items { get; } = items;

    /// <summary>Gets the number of the page in the list of the vendor, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>Gets the number of pages; null if the vendor does not specify it.</summary>
    public int? TotalPages { get; } = totalPages;

    /// <summary>Gets the number of items in the complete list; null if the vendor does not specify it.</summary>
    public long? TotalItems { get; } = totalItems;
}
