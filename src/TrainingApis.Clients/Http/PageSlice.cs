namespace TrainingApis.Clients.Http;

/// <summary>Counts through the pages of a list: which one is next, what of it was asked for, and which may be needed at most.</summary>
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

        Start(pageSize);
    }

    /// <summary>The page that is being read.</summary>
    public int Page { get; set; }

    /// <summary>True once there is nothing left to take.</summary>
    public bool IsFull => _left == 0;

    /// <summary>The last page that can hold anything asked for, now that the present one was taken from.</summary>
    public int LastPage => (int)Math.Min(int.MaxValue, Page + (_skip + _left + _size - 1) / _size);

    /// <summary>Starts again where pages turn out to be of another size. False where nothing changes by that.</summary>
    public bool Adapt(int? size)
    {
        var page = Page;
        if (size is { } other && other != _size)
        {
            Start(other);
        }

        return Page != page;
    }

    /// <summary>The part of the page's items that was asked for.</summary>
    public IReadOnlyList<T> Take<T>(IReadOnlyList<T> items)
    {
        var skipped = (int)Math.Min(_skip, items.Count);
        var taken = (int)Math.Min(_left, items.Count - skipped);
        _skip -= skipped;
        _left -= taken;
        return taken == items.Count ? items : items.Skip(skipped).Take(taken).ToArray();
    }

    private void Start(int size)
    {
        _size = size;
        Page = (int)Math.Min(int.MaxValue, _offset / size + 1);
        _skip = _offset - (Page - 1L) * size;
    }
}
