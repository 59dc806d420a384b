using System.Runtime.CompilerServices;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Http;

/// <summary>Represents how the pages of a list are asked for and read.</summary>
/// <param name="Create">Creates the request of a page: by its number, from 1, or by the address that the page before named.</param>
/// <param name="Send">Sends it.</param>
/// <param name="Read">Reads its response.</param>
/// <param name="Identity">What tells an item from all others.</param>
/// <param name="PageSize">How many items a page holds, as long as no page says otherwise.</param>
internal sealed record PageSource<T>(Func<int, string?, ApiRequest> Create,
    Func<ApiRequest, IApiObserver, CancellationToken, Task<ApiResponse>> Send, Func<ApiResponse, Envelope<T>> Read,
    Func<T, string?> Identity, int PageSize)
    where T : class
{
    /// <summary>Gets whether each page names the next: then they are asked for one at a time.</summary>
    public bool IsFollowed { get; init; }
}

/// <summary>
/// Reads a list that comes in pages. The first page is asked for alone; then as many numbered pages as the window allows are in flight,
/// the one being consumed included, and come out in order. No page is asked for that cannot be needed, and a list that ends before its
/// own end is an error after what did arrive.
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
                // Past its end the vendor gives another page than was asked for.
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
                    Fill(window.Size - 1); // they travel while this page is consumed
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
                // Without totals every page may be the last: one ahead is enough.
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
                cancellationToken.ThrowIfCancellationRequested(); // the caller knows that token, not ours
                throw;
            }
        }
    }

    /// <summary>Pages of another size begin elsewhere. A followed page says its size only by its items.</summary>
    private bool Adapt(PageSlice slice, Envelope<T> page)
    {
        if (!source.IsFollowed)
        {
            return page.PageSize is > 0 and var size && slice.Adapt(size, atFirst: false);
        }

        var isOther = slice.Page > 1 && page.Items.Count > 0 && (page.Next is not null || page.Items.Count > source.PageSize);
        return isOther && slice.Adapt(page.Items.Count, atFirst: true);
    }

    /// <summary>A total that is smaller than what arrived is the count of a page, and is ignored.</summary>
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
    /// A page that was asked for. Its response is read only when its turn is near: until then it is bytes in a buffer, and not thousands
    /// of objects that outlive one collection after the other.
    /// </summary>
    private sealed class PendingPage(ApiRequest request, Task<ApiResponse> response, Func<ApiResponse, Envelope<T>> read)
    {
        private Task<Envelope<T>>? _page;

        public ApiRequest Request { get; } = request;

        /// <summary>Begins to read it, on a thread of its own, once it has arrived.</summary>
        public Task<Envelope<T>> ReadAsync() => _page ??= Task.Run(async () =>
        {
            using var arrived = await response.ConfigureAwait(false);
            return read(arrived);
        });

        /// <summary>Ends a page that nobody waits for any more.</summary>
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
                // Its failure does not matter either.
            }
        }
    }
}
