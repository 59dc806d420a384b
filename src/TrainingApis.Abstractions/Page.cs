namespace TrainingApis;

/// <summary>One page of a list, already cut to what was asked for.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>Makes a page.</remarks>
public sealed class Page<T>(IReadOnlyList<T> items, int number, int? totalPages, long? totalItems)
{

    /// <summary>The items, in the vendor's order.</summary>
    public IReadOnlyList<T> Items { get; } = items;

    /// <summary>The page's number in the vendor's list, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>How many pages the vendor says there are, or null.</summary>
    public int? TotalPages { get; } = totalPages;

    /// <summary>How many items the vendor says there are in the whole list, or null.</summary>
    public long? TotalItems { get; } = totalItems;
}
