using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace TrainingApis.Cmdlets.Base;

/// <summary>Represents the connections of one runspace, in the order they were made. The last of an API is its current one.</summary>
internal sealed class ConnectionTable
{
    private static readonly ConditionalWeakTable<Runspace, ConnectionTable> Tables = [];
    private readonly List<Connection> _connections = [];

    /// <summary>Gets the table of the runspace that runs on this thread.</summary>
    public static ConnectionTable ForCurrentRunspace => Tables.GetOrCreateValue(Runspace.DefaultRunspace);

    public IReadOnlyList<Connection> All => _connections;

    /// <summary>As they are now: whoever gets the first may close it before asking for the second.</summary>
    public IReadOnlyList<Connection> Of(ApiService[]? services) =>
        _connections.Where(c => services is null || services.Contains(c.Service)).ToArray();

    public Connection? Current(ApiService service) => _connections.FindLast(c => c.Service == service);

    public Connection? Find(ApiService service, string name) =>
        _connections.FindLast(c => c.Service == service && c.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Adds a connection; one of the same name is replaced, and forgets its secrets.</summary>
    public void Add(Connection connection)
    {
        if (Find(connection.Service, connection.Name) is { } old)
        {
            Close(old);
        }

        _connections.Add(connection);
    }

    /// <summary>Closes a connection, of this runspace or handed over from another.</summary>
    public void Close(Connection connection)
    {
        _connections.Remove(connection);
        connection.Api.Dispose();
    }
}
