namespace TrainingApis.Clients.Http;

/// <summary>
/// Provides the position in a list: the next page, the part of a page that was requested, and the last page that can be needed.
/// </summary>
internal sealed class PageSlice
{
    private const long Everything = 1L << 52; // More items than any list has, and small enough not to overflow.

    private readonly long _offset;
    private long _skip;
    private long _left;
    private int _size;

    public PageSlice(PageRequest request, int pageSize)
    {
        if (request.Skip < 0 || request.First < 0 || request.ThrottleLimit is < 1 or > 16)
        {
            throw new ApiException(ApiErrorKind.InvalidArgument,
                "Skip and First must not be negative, and the throttle limit must be 1 to 16.");
        }

        _offset = Math.Min(request.Skip, Everything);
        _left = Math.Min(request.First ?? Everything, Everything);
        if (_left == 0)
        {
            _offset = 0; // Only the totals are requested, and every page contains them.
        }

        StartAt(pageSize, (int)Math.Min(int.MaxValue, _offset / pageSize + 1));
    }

    /// <summary>Gets the number of the current page.</summary>
    public int Page { get; private set; }

    /// <summary>Gets the number of items of the list before the next page, as far as the pages show it.</summary>
    public long Position { get; private set; }

    /// <summary>Gets whether all requested items were taken.</summary>
    public bool IsFull => _left == 0;

    /// <summary>Gets the last page that can contain requested items, after items were taken from the current page.</summary>
    public int LastPage => (int)Math.Min(int.MaxValue, Page + (_skip + _left + _size - 1) / _size);

    /// <summary>Starts again when the pages turn out to have another size.</summary>
    /// <param name="size">The actual page size.</param>
    /// <param name="atFirst">Whether to start at the first page.</param>
    /// <returns>Whether another page must be read first.</returns>
    public bool Adapt(int size, bool atFirst)
    {
        var page = Page;
        if (size != _size)
        {
            StartAt(size, atFirst ? 1 : (int)Math.Min(int.MaxValue, _offset / size + 1));
        }

        return Page != page;
    }

    /// <summary>Gets the requested items of the current page.</summary>
    public IReadOnlyList<T> Take<T>(IReadOnlyList<T> items)
    {
        var skipped = (int)Math.Min(_skip, items.Count);
        var taken = (int)Math.Min(_left, items.Count - skipped);
        _skip -= skipped;
        _left -= taken;
        Position += items.Count;
        return taken == items.Count ? items : items.Skip(skipped).Take(taken).ToArray();
    }

    /// <summary>Moves to the next page.</summary>
    public void Advance() => Page++;

    private void StartAt(int size, int page)
    {
        (_size, Page) = (size, page);
        Position = (page - 1L) * size;
        _skip = _offset - Position;
    }
}
