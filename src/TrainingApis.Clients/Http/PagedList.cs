using System.Runtime.CompilerServices;

namespace TrainingApis.Clients.Http;

/// <summary>
/// A list that comes in numbered pages. The first page is asked for alone; then up to the throttle limit of pages are under way, the
/// one being consumed included, and come out in order. No page is asked for that cannot be needed.
/// </summary>
/// <param name="api">The API.</param>
/// <param name="operation">The operation, for errors.</param>
/// <param name="ask">Asks for one page, by its number from 1.</param>
/// <param name="read">Reads its answer.</param>
/// <param name="identity">What tells an item from all others.</param>
/// <param name="pageSize">How many items a page holds, as long as no page says otherwise.</param>
internal sealed class PagedList<T>(ApiService api, string operation, Func<int, CancellationToken, Task<ApiResponse>> ask, Func<ApiResponse,
    PageOf<T>> read, Func<T, string> identity, int pageSize)
{
    private readonly ApiService _api = api;
    private readonly Func<int, CancellationToken, Task<ApiResponse>> _ask = ask;
    private readonly Func<T, string> _identity = identity;
    private readonly int _pageSize = pageSize;

    public async IAsyncEnumerable<Page<T>> ReadAsync(PageRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var slice = new PageSlice(request, _pageSize);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var underWay = new Queue<PendingPage<T>>();
        var firstItems = new HashSet<string>();
        try
        {
            var page = await ArriveAsync(Ask(slice.Page), cancellationToken).ConfigureAwait(false);
            if (slice.Adapt(page.Size)) // pages of another size begin elsewhere
            {
                page = await ArriveAsync(Ask(slice.Page), cancellationToken).ConfigureAwait(false);
            }

            var next = slice.Page + 1;
            for (var isFirst = true; ; isFirst = false)
            {
                // Past its end the vendor gives another page than was asked for.
                var isBeyond = page.Number is { } number && number != slice.Page;
                var isRepeated = !isBeyond && page.Items.Count > 0 && !firstItems.Add(_identity(page.Items[0]));
                if (isBeyond && slice.Page <= page.TotalPages)
                {
                    throw Incomplete($"page {page.Number} came where page {slice.Page} of {page.TotalPages} was asked for");
                }

                if (isRepeated && page.TotalPages is not null)
                {
                    throw Incomplete($"page {slice.Page} holds what an earlier page held");
                }

                var items = isBeyond || isRepeated ? [] : slice.Take(page.Items);
                var isLast = isBeyond || isRepeated || page.Items.Count == 0 || slice.IsFull || slice.Page >= page.TotalPages;
                if (!isFirst && !isLast)
                {
                    Fill(request.ThrottleLimit - 1); // they travel while this page is consumed
                    if (underWay.TryPeek(out var soon))
                    {
                        _ = soon.ReadAsync();
                    }
                }
                if (isFirst || items.Count > 0)
                {
                    yield return new Page<T>(items, page.Number ?? slice.Page, page.TotalPages, page.TotalItems);
                }

                if (isLast)
                {
                    yield break;
                }

                Fill(request.ThrottleLimit);
                page = await ArriveAsync(underWay.Dequeue(), cancellationToken).ConfigureAwait(false);
                slice.Page++;
            }

            void Fill(int limit)
            {
                // Without totals every page may be the last: one ahead is enough.
                var last = Math.Min(slice.LastPage, page.TotalPages ?? slice.Page + 1);
                while (underWay.Count < limit && next <= last)
                {
                    underWay.Enqueue(Ask(next++));
                }
            }

            PendingPage<T> Ask(int number) => new(_ask(number, ending.Token), read);
        }
        finally
        {
            ending.Cancel();
            foreach (var page in underWay)
            {
                await page.EndAsync().ConfigureAwait(false);
            }
        }
    }

    private static async Task<PageOf<T>> ArriveAsync(PendingPage<T> page, CancellationToken cancellationToken)
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

    private ApiException Incomplete(string why) =>
        new(ApiErrorKind.UnexpectedResponse, $"{_api} gave {operation} a list that cannot be read whole: {why}.") { Api = _api,
            Operation = operation };
}
