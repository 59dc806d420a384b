namespace TrainingApis.Cmdlets.Base;

/// <summary>Base class of commands that use one API. Its connection is found before the first record; a missing one ends it
/// there.</summary>
/// <typeparam name="TApi">The API's interface.</typeparam>
public abstract class ConnectedCmdlet<TApi> : ApiCmdlet
    where TApi : class, IApi
{
    private Connection? _used;

    /// <summary>Gets or sets the connection to use, or its name; the current one where none is given.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    [ConnectionList]
    [ValidateNotNull]
    public ConnectionReference? Connection { get; set; }

    private protected Connection Used => _used ??= ConnectionReference.Resolve(Connection, Service);

    private protected TApi Api => (TApi)Used.Api;

    private protected override Task BeginAsync()
    {
        _ = Used;
        return Task.CompletedTask;
    }

    /// <summary>Reads each named thing by itself; one that cannot be read is an error of its own.</summary>
    private protected virtual async Task WriteEachAsync<T>(IEnumerable<string> ids, Func<string, Task<T>> read)
        where T : class
    {
        foreach (var id in ids)
        {
            await TryAsync(id, async () => WriteItem(await read(id)));
        }
    }

    /// <summary>Writes a list that comes whole; one that cannot be read is an error of its own.</summary>
    private protected Task WriteListAsync<T>(Task<IReadOnlyList<T>> reading, object? target)
        where T : class => TryAsync(target, async () => WriteItems(await reading));

    private protected void WriteItems<T>(IEnumerable<T> items)
        where T : class
    {
        foreach (var item in items)
        {
            WriteItem(item);
        }
    }

    /// <summary>Writes one object, and remembers its id for tab completion.</summary>
    private protected virtual void WriteItem(object item)
    {
        CachedIdCompleter.Remember(Used.Seen, item);
        WriteObject(ToOutput(item));
    }

    /// <summary>Gets what comes out for an item: itself, or its flat row.</summary>
    private protected virtual object ToOutput(object item) => item;

    /// <summary>Creates the error of a thing that was named and does not exist.</summary>
    private protected ApiException NotFound(string message) =>
        new(ApiErrorKind.NotFound, message) { Api = Api.Service, Operation = MyInvocation.MyCommand.Name };

    // ICegosApi is the interface of Cegos, and so on.
    private static ApiService Service { get; } = Enum.Parse<ApiService>(typeof(TApi).Name[1..^"Api".Length]);
}
