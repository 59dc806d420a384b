namespace TrainingApis.Cmdlets.Base;

/// <summary>
/// Provides the base class for commands that use one API. The connection is resolved before the first record; a missing connection ends the
/// command there.
/// </summary>
/// <typeparam name="TApi">The interface of the API.</typeparam>
public abstract class ConnectedCmdlet<TApi> : ApiCmdlet
    where TApi : class, IApi
{
    private Connection? _used;

    /// <summary>Gets or sets the connection to use, or its name; the current one by default.</summary>
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

    /// <summary>Reads each specified item separately. An item that cannot be read is a separate error.</summary>
    private protected virtual async Task WriteEachAsync<T>(IEnumerable<string> ids, Func<string, Task<T>> read)
        where T : class
    {
        foreach (var id in ids)
        {
            await TryAsync(id, async () => WriteItem(await read(id)));
        }
    }

    /// <summary>Writes a list that is read with one request. A list that cannot be read is a separate error.</summary>
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

    /// <summary>Writes one object, and stores its ID for tab completion.</summary>
    private protected virtual void WriteItem(object item)
    {
        CachedIdCompleter.Remember(Used.Seen, item);
        WriteObject(ToOutput(item));
    }

    /// <summary>Gets the output for an item: the item itself, or its flat row.</summary>
    private protected virtual object ToOutput(object item) => item;

    /// <summary>Creates the error for a specified item that does not exist.</summary>
    private protected ApiException NotFound(string message) =>
        new(ApiErrorKind.NotFound, message) { Api = Api.Service, Operation = MyInvocation.MyCommand.Name };

    // The name of the interface contains the API: ICegosApi is the interface of Cegos.
    private static ApiService Service { get; } = Enum.Parse<ApiService>(typeof(TApi).Name[1..^"Api".Length]);
}
