using System.Collections.ObjectModel;

namespace TrainingApis;

/// <summary>Represents a read-only list that prints its items, so that a cell of <c>Export-Csv</c> reads <c>Paris; Lyon</c>.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>Wraps the items, in their order.</remarks>
public sealed class ItemList<T>(IList<T> items) : ReadOnlyCollection<T>(items)
{

    /// <summary>Gets the empty list.</summary>
    public static ItemList<T> Empty { get; } = new(Array.Empty<T>());

    /// <summary>The items as text, joined by <c>"; "</c>.</summary>
    public override string ToString() => Count switch
    {
        0 => string.Empty,
        1 => this[0]?.ToString() ?? string.Empty,
        _ => string.Join("; ", this),
    };
}
