using System.Globalization;

namespace TrainingApis.Cmdlets.Base;

/// <summary>
/// Provides the base class for commands that read a paged list. Items are written as soon as their page arrives, and only the pages that
/// -First needs are requested.
/// </summary>
/// <typeparam name="TApi">The interface of the API.</typeparam>
public abstract class ListCmdlet<TApi> : ConnectedCmdlet<TApi>
    where TApi : class, IApi
{
    /// <summary>Gets the page request for -First and -Skip.</summary>
    private protected PageRequest AskedPages(int? throttleLimit) => new()
    {
        Skip = (long)Math.Min(PagingParameters.Skip, long.MaxValue),
        First = PagingParameters.First > long.MaxValue ? null : (long)PagingParameters.First,
        ThrottleLimit = throttleLimit,
    };

    /// <summary>Writes the items of all pages, in order, with progress. The pages contain only the requested items.</summary>
    private protected async Task WriteListAsync<T>(IAsyncEnumerable<Page<T>> pages)
        where T : class
    {
        if (PagingParameters.First == 0 && !PagingParameters.IncludeTotalCount)
        {
            return;
        }

        using var progress = new ProgressMeter(this, MyInvocation.MyCommand.Name);
        var first = true;
        await foreach (var page in pages)
        {
            if (first && PagingParameters.IncludeTotalCount)
            {
                WriteTotal(page.TotalItems);
            }

            first = false;
            var count = page.TotalPages?.ToString(CultureInfo.InvariantCulture) ?? "?";
            progress.Report($"page {page.Number} of {count}", page.Number, page.TotalPages);
            WriteItems(page.Items);
        }
    }

    private protected override async Task WriteEachAsync<T>(IEnumerable<string> ids, Func<string, Task<T>> read)
    {
        RefusePaging();
        await base.WriteEachAsync(ids, read);
    }

    /// <summary>Rejects the paging parameters, because specified items have no pages.</summary>
    private protected void RefusePaging()
    {
        if (PagingParameters.First != ulong.MaxValue || PagingParameters.Skip != 0 || PagingParameters.IncludeTotalCount)
        {
            throw new ApiException(ApiErrorKind.InvalidArgument,
                "-First, -Skip and -IncludeTotalCount apply to lists, and cannot be used with a complete ID.");
        }
    }

    private void WriteTotal(long? total) =>
        WriteObject(PagingParameters.NewTotalCount((ulong)(total ?? 0), total is null ? 0 : 1));
}
