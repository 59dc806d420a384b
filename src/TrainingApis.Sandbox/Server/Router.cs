using System.Collections;

namespace TrainingApis.Sandbox.Server;

/// <summary>Represents where one operation of a vendor listens.</summary>
internal class Endpoint(string operation, string route)
{
    private readonly string[] _template = ParseTemplate(route);

    /// <summary>Gets the operation's name.</summary>
    public string Operation { get; } = operation;

    public string Method { get; } = route.Split(' ')[0].ToUpperInvariant();

    /// <summary>Gets whether the fields of the request travel in the query instead of the body.</summary>
    public bool FieldsInQuery { get; } = route.EndsWith(" query", StringComparison.Ordinal);

    /// <summary>Gets how many segments of the path are not parameters. The more literal of two endpoints for one path is meant.</summary>
    public int LiteralCount => _template.Count(segment => !IsParameter(segment));

    /// <summary>Gets the values of the path's parameters; null when the path is another one.</summary>
    public IReadOnlyDictionary<string, string>? Match(IReadOnlyList<string> segments, StringComparison comparison)
    {
        if (segments.Count != _template.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>();
        for (var index = 0; index < _template.Length; index++)
        {
            var expected = _template[index];
            if (IsParameter(expected) && segments[index].Length > 0)
            {
                values[expected[1..^1]] = segments[index];
            }
            else if (!expected.Equals(segments[index], comparison))
            {
                return null;
            }
        }

        return values;
    }

    private static bool IsParameter(string segment) => segment.StartsWith('{') && segment.EndsWith('}');

    private static string[] ParseTemplate(string route)
    {
        var parts = route.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2 || (parts.Length == 3 && parts[2] == "query")
            ? parts[1].Trim('/').Split('/')
            : throw new ArgumentException($"'{route}' is not a route. Expected: METHOD path[ query].", nameof(route));
    }
}

/// <summary>Represents one operation of a vendor: where it listens, and what handles it.</summary>
/// <typeparam name="T">What the vendor keeps for an operation: a delegate, or a record with a delegate and its conditions.</typeparam>
internal sealed class Endpoint<T>(string operation, string route, T handler) : Endpoint(operation, route)
{
    public T Handler { get; } = handler;
}

/// <summary>Represents the endpoint of a request, and the values of its path parameters.</summary>
internal sealed record RouteMatch<T>(Endpoint<T> Endpoint, IReadOnlyDictionary<string, string> Values);

/// <summary>Represents a vendor's route table. Tests can move operations whose HTTP method or path the documents leave open.</summary>
internal sealed class Router<T>(StringComparison pathComparison) : IEnumerable<Endpoint<T>>
{
    private readonly List<Endpoint<T>> _documented = [];
    private List<Endpoint<T>> _endpoints = [];

    /// <summary>Adds an operation.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="route">Its route: <c>METHOD path</c>, parameters in braces, then <c> query</c> for fields in the query.</param>
    /// <param name="handler">What handles it.</param>
    public void Add(string operation, string route, T handler)
    {
        _documented.Add(new Endpoint<T>(operation, route, handler));
        Reset();
    }

    /// <summary>Moves an operation to another route until the next <see cref="Reset"/>.</summary>
    /// <exception cref="ArgumentException">The operation is unknown, or the text is not a route.</exception>
    public void Move(string operation, string route)
    {
        var index = _endpoints.FindIndex(endpoint => endpoint.Operation.Equals(operation, StringComparison.OrdinalIgnoreCase));
        if (index < 0)
        {
            throw new ArgumentException($"There is no operation '{operation}'.", nameof(operation));
        }

        var old = _endpoints[index];
        var moved = new List<Endpoint<T>>(_endpoints) { [index] = new Endpoint<T>(old.Operation, route, old.Handler) };
        _endpoints = moved;
    }

    /// <summary>Moves all operations back to their documented routes.</summary>
    public void Reset() => _endpoints = [.. _documented];

    /// <summary>
    /// Gets the endpoints on a path for an HTTP method, the most literal first. Several are possible only when tests moved one.
    /// </summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="segments">The path.</param>
    /// <param name="allowed">The HTTP methods that the path takes; empty when it does not exist.</param>
    public IReadOnlyList<RouteMatch<T>> Find(string method, IReadOnlyList<string> segments, out IReadOnlyList<string> allowed)
    {
        var onPath = new List<RouteMatch<T>>();
        foreach (var endpoint in _endpoints)
        {
            if (endpoint.Match(segments, pathComparison) is { } values)
            {
                onPath.Add(new RouteMatch<T>(endpoint, values));
            }
        }

        allowed = onPath.Select(match => match.Endpoint.Method).Distinct().ToList();
        return onPath.Where(match => match.Endpoint.Method == method).OrderByDescending(match => match.Endpoint.LiteralCount).ToList();
    }

    public IEnumerator<Endpoint<T>> GetEnumerator() => _endpoints.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
