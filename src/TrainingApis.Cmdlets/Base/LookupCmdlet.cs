namespace TrainingApis.Cmdlets.Base;

/// <summary>
/// Provides the base class for commands that use a short list without pages. The list is read once, and items are searched in it by ID.
/// </summary>
/// <typeparam name="TApi">The interface of the API.</typeparam>
/// <typeparam name="T">The type of the items.</typeparam>
public abstract class LookupCmdlet<TApi, T> : ConnectedCmdlet<TApi>
    where TApi : class, IApi
    where T : class
{
    private IReadOnlyList<T>? _all;

    private protected abstract Task<IReadOnlyList<T>> ReadAllAsync();

    /// <summary>
    /// Writes all items if no ID is specified, otherwise those that match each ID. An ID without a match is a separate error, unless it has
    /// wildcards.
    /// </summary>
    private protected async Task WriteNamedAsync<TId>(string noun, IReadOnlyCollection<TId>? ids, Func<T, TId, bool> matches)
    {
        _all ??= await ReadAllAsync();
        if (ids is null)
        {
            Write(_all);
        }

        foreach (var id in ids ?? [])
        {
            var found = _all.Where(item => matches(item, id)).ToArray();
            if (found.Length == 0 && !(id is string text && TextFilter.HasWildcards(text)))
            {
                Report(NotFound($"There is no {noun} '{id}'."), id);
            }

            Write(found);
        }
    }

    /// <summary>Writes the matching items.</summary>
    private protected virtual void Write(IEnumerable<T> items) => WriteItems(items);
}
