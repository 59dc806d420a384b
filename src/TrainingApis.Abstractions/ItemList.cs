using System.Collections;

namespace TrainingApis;

/// <summary>
/// Represents a read-only list of items of any type. The name of this type is the same for all lists, so PowerShell can recognize them
/// after a job or CliXml.
/// </summary>
public abstract class ItemList
{
    private protected ItemList() { }
}

/// <summary>
/// Represents a read-only list whose text contains its items, so that a cell of <c>Export-Csv</c> contains <c>Paris; Lyon</c>.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="items">The items, in order.</param>
public sealed class ItemList<T>(IReadOnlyList<T> items) : ItemList, IReadOnlyList<T>, IList
{
    /// <summary>Gets an empty list.</summary>
    public static ItemList<T> Empty { get; } = new(Array.Empty<T>());

    /// <inheritdoc/>
    public int Count => items.Count;

    bool IList.IsFixedSize => true;

    bool IList.IsReadOnly => true;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    /// <inheritdoc/>
    public T this[int index] => items[index];

    object? IList.this[int index]
    {
        get => items[index];
        set => throw ReadOnly();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Gets whether an item is in the list.</summary>
    /// <param name="value">The item.</param>
    public bool Contains(object? value) => IndexOf(value) >= 0;

    /// <summary>Gets the position of an item; -1 if the item is not in the list.</summary>
    /// <param name="value">The item.</param>
    public int IndexOf(object? value) => Array.FindIndex(items.ToArray(), item => Equals(item, value));

    /// <summary>Copies the items to an array.</summary>
    /// <param name="array">The array.</param>
    /// <param name="index">The position in the array of the first item.</param>
    public void CopyTo(Array array, int index) => ((ICollection)items.ToArray()).CopyTo(array, index);

    int IList.Add(object? value) => throw ReadOnly();

    void IList.Clear() => throw ReadOnly();

    void IList.Insert(int index, object? value) => throw ReadOnly();

    void IList.Remove(object? value) => throw ReadOnly();

    void IList.RemoveAt(int index) => throw ReadOnly();

    /// <summary>Gets the items as text, separated by <c>"; "</c>.</summary>
    public override string ToString() => string.Join("; ", items);

    private static NotSupportedException ReadOnly() => new("The list is read-only.");
}
