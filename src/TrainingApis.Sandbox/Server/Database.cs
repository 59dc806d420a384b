using System.Collections;
using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace TrainingApis.Sandbox.Server;

/// <summary>
/// Represents the JSON resources of one vendor, in tables by name. It is not thread-safe: callers must hold <see cref="Lock"/> to read or
/// change it, because even reading a <see cref="JsonNode"/> can change it.
/// </summary>
internal class Database
{
    private readonly ConcurrentDictionary<string, Table> _tables = new();

    public object Lock { get; } = new();

    /// <summary>Handles a request while holding the lock, and gets its response.</summary>
    /// <param name="handle">The function that handles the request. It can end the request early with a <see
    /// cref="ResponseException"/>.</param>
    /// <param name="refuse">The function that creates the response to a request that does not match its schema.</param>
    public Response Handle(Func<Response> handle, Func<IReadOnlyList<SchemaError>, Response> refuse)
    {
        lock (Lock)
        {
            try
            {
                return handle();
            }
            catch (ResponseException end)
            {
                return end.Response;
            }
            catch (SchemaException failure)
            {
                return refuse(failure.Errors);
            }
        }
    }

    /// <summary>Gets a table. It is created on first use.</summary>
    public Table this[string name] => _tables.GetOrAdd(name, _ => []);
}

/// <summary>Represents the resources of one type, in the order in which they were added.</summary>
internal sealed class Table : IEnumerable<JsonObject>
{
    private readonly Dictionary<string, JsonObject> _byId = [];
    private readonly List<JsonObject> _rows = [];
    private int _lastNumber;

    public int Count => _rows.Count;

    /// <summary>Gets the next unused number, starting at 1.</summary>
    public int NextNumber() => ++_lastNumber;

    /// <summary>Adds a resource.</summary>
    public JsonObject Add(string id, JsonObject row)
    {
        _byId.Add(id, row);
        _rows.Add(row);
        return row;
    }

    /// <summary>Adds a resource that is not searched by its ID.</summary>
    public void Add(JsonObject row) => Add($"{NextNumber()}", row);

    /// <summary>Gets a resource by its ID; null if there is none.</summary>
    public JsonObject? Find(string? id) => id is not null && _byId.TryGetValue(id, out var row) ? row : null;

    public void Remove(string id)
    {
        _byId.Remove(id, out var row);
        _rows.Remove(row);
    }

    public IEnumerator<JsonObject> GetEnumerator() => _rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Represents one page of a list.</summary>
internal readonly record struct Page(int Number, int Size, int TotalItems)
{
    public int TotalPages => (int)(((long)TotalItems + Size - 1) / Size);

    /// <summary>Gets the index of the first item.</summary>
    public int Start => (int)Math.Min((long)(Number - 1) * Size, TotalItems);

    /// <summary>Gets the nearest existing page.</summary>
    public Page Corrected() => this with { Number = Math.Max(1, Math.Min(Number, TotalPages)) };
}
