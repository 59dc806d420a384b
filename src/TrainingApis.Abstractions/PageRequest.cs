namespace TrainingApis;

/// <summary>Represents which part of a list to read, and how many pages at once.</summary>
public sealed class PageRequest
{
    /// <summary>Gets a request for everything.</summary>
    public static PageRequest All { get; } = new();

    /// <summary>Gets or sets how many items to leave out at the beginning.</summary>
    public long Skip { get; set; }

    /// <summary>Gets or sets how many items to read at most; null for all. 0 asks for the first page only to learn the total.</summary>
    public long? First { get; set; }

    /// <summary>
    /// Gets or sets how many pages may be in flight at once (1 to 16), in order whatever it is. Null to adapt: from 4 up to 8 while the
    /// vendor does not throttle.
    /// </summary>
    public int? ThrottleLimit { get; set; }
}

/// <summary>Represents one page of a list, already cut to what was asked for.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="items">The items.</param>
/// <param name="number">The page's number.</param>
/// <param name="totalPages">The number of pages.</param>
/// <param name="totalItems">The number of items in the whole list.</param>
public sealed class Page<T>(IReadOnlyList<T> items, int number, int? totalPages, long? totalItems)
{
    /// <summary>Gets the items, in the vendor's order.</summary>
    public IReadOnlyList<T> Items { get; } = items;

    /// <summary>Gets the page's number in the vendor's list, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>Gets how many pages the vendor says there are; null where it does not say.</summary>
    public int? TotalPages { get; } = totalPages;

    /// <summary>Gets how many items the vendor says the whole list has; null where it does not say.</summary>
    public long? TotalItems { get; } = totalItems;
}
