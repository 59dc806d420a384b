using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>Base class of commands that read from the conferences, whose lists come whole. Each thing that cannot be read is an error of
/// its
/// own.</summary>
public abstract class ConferenceReadCmdlet : ConnectedCmdlet<IConferenceApi>
{
    private protected IConferenceClient Client => Api.Client(Observer);

    private protected async Task WriteListAsync<T>(Task<IReadOnlyList<T>> reading, object? target)
        where T : class
    {
        try
        {
            foreach (var item in await reading)
            {
                WriteItem(item);
            }
        }
        catch (Exception error) when (IsFailure(error))
        {
            Report(error, target);
        }
    }

    private protected async Task WriteEachAsync<T>(IEnumerable<string> ids, Func<string, Task<T>> read)
        where T : class
    {
        foreach (var id in ids)
        {
            try
            {
                WriteItem(await read(id));
            }
            catch (Exception error) when (IsFailure(error))
            {
                Report(error, id);
            }
        }
    }

    /// <summary>Writes one object, and remembers its id for tab completion.</summary>
    private protected virtual void WriteItem(object item)
    {
        CompletionKeys.Add(Used.Seen, item);
        WriteObject(item);
    }
}
