namespace TrainingApis.Cmdlets.Base;

/// <summary>Base class of commands over a short list that the vendor sends whole: it is read once, and things named by id are looked up in
/// it.</summary>
/// <typeparam name="TApi">The API's interface.</typeparam>
/// <typeparam name="T">The type of the things.</typeparam>
public abstract class LookupCmdlet<TApi, T> : ConnectedCmdlet<TApi>
    where TApi : class, IApi
    where T : class
{
    private IReadOnlyList<T>? _all;

    private protected abstract Task<IReadOnlyList<T>> ReadAllAsync();

    /// <summary>Writes all where no id is given, otherwise those that match each id; an id that none matches is an error of its own,
    /// unless it has wildcards.</summary>
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

    /// <summary>How the found things come out.</summary>
    private protected virtual void Write(IEnumerable<T> items) => WriteItems(items);
}
