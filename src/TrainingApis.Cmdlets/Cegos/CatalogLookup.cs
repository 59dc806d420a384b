namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Reads the items of a list whose codes are known: one by one, or from the list, whichever takes fewer requests.</summary>
/// <param name="readOne">Reads one item by its code.</param>
/// <param name="readAll">Reads the list.</param>
/// <param name="codeOf">Gets the code of an item.</param>
internal sealed class CatalogLookup<T>(Func<string, Task<T>> readOne, Func<IAsyncEnumerable<Page<T>>> readAll, Func<T, string> codeOf)
    where T : class
{
    /// <summary>So many are read one by one, without a page of the list to learn how long it is.</summary>
    private const int Few = 2;

    /// <summary>How many requests are in flight at most.</summary>
    private const int InFlight = 8;

    /// <summary>Gets the items by code, letter case ignored. Codes that do not exist are left out.</summary>
    /// <exception cref="ApiException">Something could not be read.</exception>
    public async Task<Dictionary<string, T>> ReadAsync(IEnumerable<string> codes)
    {
        var missing = codes.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        var isOver = missing.Count > Few && await ReadListAsync(missing, found);
        foreach (var some in isOver ? [] : missing.Chunk(InFlight).ToArray())
        {
            var items = await Task.WhenAll(some.Select(TryReadAsync));
            foreach (var (code, item) in some.Zip(items).Where(pair => pair.Second is not null))
            {
                found[code] = item!;
            }
        }

        return found;
    }

    /// <summary>Reads the list as long as that takes fewer requests than the codes that are missing.</summary>
    /// <returns>True where the list was read to its end.</returns>
    private async Task<bool> ReadListAsync(HashSet<string> missing, Dictionary<string, T> found)
    {
        // When the first page is here, no other has been requested yet; later, some are in flight.
        var inFlight = 0;
        await foreach (var page in readAll())
        {
            foreach (var item in page.Items.Where(item => missing.Remove(codeOf(item))))
            {
                found[codeOf(item)] = item;
            }

            if (missing.Count == 0 || missing.Count + inFlight < page.TotalPages - page.Number)
            {
                return false;
            }

            inFlight = InFlight;
        }

        return true;
    }

    private async Task<T?> TryReadAsync(string code)
    {
        try
        {
            return await readOne(code);
        }
        catch (ApiException error) when (error.Kind == ApiErrorKind.NotFound)
        {
            return null;
        }
    }
}
