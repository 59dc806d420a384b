using System.Runtime.CompilerServices;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Http;

/// <summary>Represents how the pages of a list are requested and read.</summary>
/// <param name="Create">Creates the request of a page from its number, starting at 1, or from the address in the previous page.</param>
/// <param name="Send">Sends the request.</param>
/// <param name="Read">Reads the response.</param>
/// <param name="Identity">Gets the identity of an item.</param>
/// <param name="PageSize">The default page size. A page can specify another.</param>
internal sealed record PageSource<T>(Func<int, string?, ApiRequest> Create,
    Func<ApiRequest, IApiObserver, CancellationToken, Task<ApiResponse>> Send, Func<ApiResponse, Envelope<T>> Read,
    Func<T, string?> Identity, int PageSize)
    where T : class
{
    /// <summary>Gets whether each page contains the address of the next one, so that pages are requested one at a time.</summary>
    public bool IsFollowed { get; init; }
}

/// <summary>
/// Reads a list in pages. The first page is requested alone. Then as many numbered pages as the window allows are in flight, including the
/// page that is being consumed; they are returned in order. No page is requested that cannot be needed. A list that ends too early is an
/// error after the items that arrived.
/// </summary>
internal sealed class PagedList<T>(PageSource<T> source, IApiObserver? observer)
    where T : class
{
    private long? _total;
    private bool _hasWarned;

    public async IAsyncEnumerable<Page<T>> ReadAsync(PageRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var slice = new PageSlice(request, source.PageSize);
        var window = new PageWindow(source.IsFollowed ? 1 : request.ThrottleLimit, observer);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ahead = new Queue<PendingPage>();
        var firstItems = new HashSet<string>();
        try
        {
            var pending = Ask(slice.Page, null);
            var page = await ArriveAsync(pending).ConfigureAwait(false);
            if (Adapt(slice, page))
            {
                page = await ArriveAsync(pending = Ask(slice.Page, null)).ConfigureAwait(false);
            }

            var next = slice.Page + 1;
            for (var isFirst = true; ; isFirst = false)
            {
                var totalPages = page.TotalPages is > 0 ? page.TotalPages : null;
                // Beyond the end of the list, the vendor returns another page than the requested one.
                var isBeyond = page.PageNumber is { } number && number != slice.Page;
                var isRepeated = !isBeyond && page.Items.Count > 0 && !firstItems.Add(source.Identity(page.Items[0]) ?? string.Empty);
                var isCut = isBeyond ? slice.Page <= totalPages
                    : isRepeated ? totalPages is not null || source.IsFollowed
                    : page.Items.Count == 0 && !slice.IsFull && (page.Next is not null || slice.Page < totalPages);
                if (isCut)
                {
                    throw Incomplete(pending.Request,
                        isBeyond ? $"page {page.PageNumber} came in place of page {slice.Page} of {totalPages}"
                        : isRepeated ? $"page {slice.Page} repeats an earlier page"
                        : $"page {slice.Page}{(totalPages is null ? string.Empty : $" of {totalPages}")} is empty");
                }

                var items = isBeyond || isRepeated ? [] : slice.Take(page.Items);
                var isLast = isBeyond || isRepeated || page.Items.Count == 0 || slice.IsFull || slice.Page >= totalPages
                    || (source.IsFollowed && page.Next is null);
                CheckTotal(page, slice.Position, pending.Request);
                if (!isFirst && !isLast)
                {
                    Fill(window.Size - 1); // These requests are in flight while the current page is consumed.
                    _ = ahead.TryPeek(out var soon) ? soon.ReadAsync() : null;
                }

                if (isFirst || items.Count > 0)
                {
                    yield return new Page<T>(items, page.PageNumber ?? slice.Page, page.Items.Count == 0 ? page.TotalPages : totalPages,
                        page.TotalItems >= 0 ? page.TotalItems : null);
                }

                if (isLast)
                {
                    if (!slice.IsFull && !isBeyond && page.TotalItems > slice.Position)
                    {
                        throw Incomplete(pending.Request, $"it ended after {slice.Position} of {page.TotalItems} items");
                    }

                    yield break;
                }

                Fill(window.Size);
                pending = source.IsFollowed ? Ask(slice.Page + 1, page.Next) : ahead.Dequeue();
                page = await ArriveAsync(pending).ConfigureAwait(false);
                slice.Advance();
                window.Arrive(slice.Page);
            }

            void Fill(int limit)
            {
                // Without totals, every page can be the last one, so one page ahead is enough.
                var last = Math.Min(slice.LastPage, page.TotalPages is > 0 and var pages ? pages : slice.Page + 1);
                while (!source.IsFollowed && ahead.Count < limit && next <= last)
                {
                    ahead.Enqueue(Ask(next++, null));
                }
            }

            PendingPage Ask(int number, string? address)
            {
                var built = source.Create(number, address);
                return new(built, source.Send(built, window.Ask(number), ending.Token), source.Read);
            }
        }
        finally
        {
            ending.Cancel();
            foreach (var page in ahead)
            {
                await page.EndAsync().ConfigureAwait(false);
            }
        }

        async Task<Envelope<T>> ArriveAsync(PendingPage page)
        {
            try
            {
                return await page.ReadAsync().ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // The exception must contain the token of the caller, not the internal one.
                cancellationToken.ThrowIfCancellationRequested();
                throw;
            }
        }
    }

    /// <summary>Restarts if the pages have another size. If pages name their successors, the size is the number of items.</summary>
    private bool Adapt(PageSlice slice, Envelope<T> page)
    {
        if (!source.IsFollowed)
        {
            return page.PageSize is > 0 and var size && slice.Adapt(size, atFirst: false);
        }

        var isOther = slice.Page > 1 && page.Items.Count > 0 && (page.Next is not null || page.Items.Count > source.PageSize);
        return isOther && slice.Adapt(page.Items.Count, atFirst: true);
    }

    /// <summary>
    /// Warns once if the total changes. A total smaller than the number of items that arrived is the count of one page, and is ignored.
    /// </summary>
    private void CheckTotal(Envelope<T> page, long position, ApiRequest request)
    {
        if (!(page.TotalItems >= position))
        {
            return;
        }

        if (_total is { } before && before != page.TotalItems && !_hasWarned)
        {
            _hasWarned = true;
            observer?.OnWarning(new ApiWarning(request.Api, request.Operation.Name,
                $"the list changed while it was read ({before} items, then {page.TotalItems}); items may be missing or come twice"));
        }

        _total = page.TotalItems;
    }

    private static ApiException Incomplete(ApiRequest request, string why) =>
        new(ApiErrorKind.UnexpectedResponse, $"Cannot {request.Subject}: the list is not complete, {why}.")
        {
            Api = request.Api,
            Operation = request.Operation.Name,
            Route = request.Route,
        };

    /// <summary>
    /// Represents a page that was requested. Its response is parsed shortly before it is needed; until then it stays in a buffer, which
    /// takes less memory than thousands of objects.
    /// </summary>
    private sealed class PendingPage(ApiRequest request, Task<ApiResponse> response, Func<ApiResponse, Envelope<T>> read)
    {
        private Task<Envelope<T>>? _page;

        public ApiRequest Request { get; } = request;

        /// <summary>Starts to parse the page on the thread pool once it has arrived.</summary>
        public Task<Envelope<T>> ReadAsync() => _page ??= Task.Run(async () =>
        {
            using var arrived = await response.ConfigureAwait(false);
            return read(arrived);
        });

        /// <summary>Waits for a page that is no longer needed, and releases its buffer.</summary>
        public async Task EndAsync()
        {
            try
            {
                if (_page is null)
                {
                    (await response.ConfigureAwait(false)).Dispose();
                }
                else
                {
                    await _page.ConfigureAwait(false);
                }
            }
            catch (Exception exception) when (exception is ApiException or OperationCanceledException)
            {
                // Nobody needs the page, so its failure does not matter.
            }
        }
    }
}
