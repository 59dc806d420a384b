using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace TrainingApis.Cmdlets.Base;

/// <summary>
/// Represents the value of <c>-Connection</c>: a connection object, or the name of a connection of this runspace. It can also be the output
/// of Connect-TrainingSandbox; then the connection to the API of the command is used.
/// </summary>
public sealed class ConnectionReference
{
    private readonly Connection? _connection;
    private readonly Connection[] _several = [];
    private readonly string? _name;

    /// <summary>Initializes a reference to a connection object.</summary>
    public ConnectionReference(Connection connection) => _connection = connection;

    /// <summary>Initializes a reference to the connection with the specified name.</summary>
    public ConnectionReference(string name) => _name = name;

    /// <summary>
    /// Initializes a reference to one of several connections to different APIs: the connection to the API of the command.
    /// </summary>
    internal ConnectionReference(IEnumerable<Connection> several) => _several = several.ToArray();

    /// <summary>Gets the name.</summary>
    public override string ToString() => _name ?? _connection?.Name ?? string.Join(", ", _several.Select(c => $"{c.Service} {c.Name}"));

    /// <summary>Gets the referenced connections to any API: the object itself, or all connections of this runspace with the name.</summary>
    internal IEnumerable<Connection> Meant() => _connection is { } given ? [given]
        : _name is null ? _several
        : ConnectionTable.ForCurrentRunspace.All.Where(c => c.Name.Equals(_name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Gets the only referenced open connection, to any API.</summary>
    internal Connection ResolveOnly() => Meant().ToArray() switch
    {
        [var only] => Resolve(this, only.Service),
        [] => throw new ApiException(ApiErrorKind.NotConnected,
            $"There is no connection named '{this}' in this runspace. Run one of the Connect- commands with -Name '{this}'."),
        var several => throw new ApiException(
            ApiErrorKind.InvalidArgument, $"Several connections are named '{this}', to "
                + $"{string.Join(", ", several.Select(c => c.Service))}: say -Service, or give the object."),
    };

    /// <summary>Gets the referenced open connection to the specified API.</summary>
    internal static Connection Resolve(ConnectionReference? reference, ApiService service)
    {
        var (connect, vendor) = ($"Connect-{service}", service.VendorName());
        var found = reference switch
        {
            null => ConnectionTable.ForCurrentRunspace.Current(service),
            { _connection: { } given } => given,
            { _name: null, _several: var several } => several.LastOrDefault(c => c.Service == service)
                ?? throw new ApiException(ApiErrorKind.InvalidArgument,
                    $"None of these connections is to {vendor}; this command needs one."),
            { _name: var name } => ConnectionTable.ForCurrentRunspace.Find(service, name!),
        };
        if (found is null)
        {
            throw new ApiException(ApiErrorKind.NotConnected, reference is null
                ? $"There is no connection to {vendor} in this runspace. Run {connect}, or Connect-TrainingSandbox to try it out."
                : $"There is no connection named '{reference}' to {vendor} in this runspace. Run {connect} -Name '{reference}'.");
        }

        if (found.Service != service)
        {
            throw new ApiException(ApiErrorKind.InvalidArgument,
                $"The connection '{found.Name}' is to {found.Service.VendorName()}; this command needs one to {vendor}.");
        }

        return found.IsOpen
            ? found
            : throw new ApiException(ApiErrorKind.NotConnected, $"The connection '{found.Name}' was disconnected. Run {connect} again.");
    }
}

/// <summary>
/// Converts a list of connections to a reference to the connection to the API of the command, so that the output of Connect-TrainingSandbox
/// can be used. PowerShell does not convert a list to a single value.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ConnectionListAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if ((inputData is PSObject list ? list.BaseObject : inputData) is not object[] items)
        {
            return inputData;
        }

        var connections = items.Select(item => (item is PSObject wrapped ? wrapped.BaseObject : item) as Connection).ToArray();
        return connections.All(connection => connection is not null) ? new ConnectionReference(connections!) : inputData;
    }
}

/// <summary>
/// Represents the connections of one runspace, in the order of their creation. The last connection of an API is its current one.
/// </summary>
internal sealed class ConnectionTable
{
    private static readonly ConditionalWeakTable<Runspace, ConnectionTable> Tables = [];
    private readonly List<Connection> _connections = [];

    /// <summary>Gets the table of the runspace on this thread.</summary>
    public static ConnectionTable ForCurrentRunspace => Tables.GetOrCreateValue(Runspace.DefaultRunspace);

    public IReadOnlyList<Connection> All => _connections;

    /// <summary>Gets a copy of the current list, because the caller can close a connection while it enumerates the list.</summary>
    public IReadOnlyList<Connection> Of(ApiService[]? services) =>
        _connections.Where(c => services is null || services.Contains(c.Service)).ToArray();

    public Connection? Current(ApiService service) => _connections.FindLast(c => c.Service == service);

    public Connection? Find(ApiService service, string name) =>
        _connections.FindLast(c => c.Service == service && c.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Adds a connection. A connection of the same name is closed and replaced.</summary>
    public void Add(Connection connection)
    {
        if (Find(connection.Service, connection.Name) is { } old)
        {
            Close(old);
        }

        _connections.Add(connection);
    }

    /// <summary>Closes a connection of this runspace or of another one.</summary>
    public void Close(Connection connection)
    {
        _connections.Remove(connection);
        connection.Api.Dispose();
    }
}
