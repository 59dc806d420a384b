namespace TrainingApis.Clients.Http;

/// <summary>Counts through the pages of a list: which one is next, which part of it was asked for, and which may be needed at
/// most.</summary>
internal sealed class PageSlice
{
    private const long Everything = 1L << 52; // more than any list holds, and far from overflow

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
            _offset = 0; // only the totals are wanted, and any page has them
        }

        StartAt(pageSize, (int)Math.Min(int.MaxValue, _offset / pageSize + 1));
    }

    /// <summary>Gets the page that is being read.</summary>
    public int Page { get; private set; }

    /// <summary>Gets how many items of the list stand before the next page, as far as the pages tell.</summary>
    public long Position { get; private set; }

    /// <summary>Gets whether nothing is left to take.</summary>
    public bool IsFull => _left == 0;

    /// <summary>Gets the last page that can hold anything asked for, once the present one was taken from.</summary>
    public int LastPage => (int)Math.Min(int.MaxValue, Page + (_skip + _left + _size - 1) / _size);

    /// <summary>Starts again where pages turn out to be of another size.</summary>
    /// <param name="size">The size.</param>
    /// <param name="atFirst">Whether to start at the first page.</param>
    /// <returns>Whether another page is the first to read.</returns>
    public bool Adapt(int size, bool atFirst)
    {
        var page = Page;
        if (size != _size)
        {
            StartAt(size, atFirst ? 1 : (int)Math.Min(int.MaxValue, _offset / size + 1));
        }

        return Page != page;
    }

    /// <summary>Gets the part of the page's items that was asked for.</summary>
    public IReadOnlyList<T> Take<T>(IReadOnlyList<T> items)
    {
        var skipped = (int)Math.Min(_skip, items.Count);
        var taken = (int)Math.Min(_left, items.Count - skipped);
        _skip -= skipped;
        _left -= taken;
        Position += items.Count;
        return taken == items.Count ? items : items.Skip(skipped).Take(taken).ToArray();
    }

    /// <summary>Goes on to the next page.</summary>
    public void Advance() => Page++;

    private void StartAt(int size, int page)
    {
        (_size, Page) = (size, page);
        Position = (page - 1L) * size;
        _skip = _offset - Position;
    }
}
