using System.Collections;

namespace TrainingApis.Sandbox.Server;

/// <summary>Represents one operation of a vendor, with its route and its handler.</summary>
/// <typeparam name="T">The type of the handler of an operation: a record with a delegate and its conditions.</typeparam>
internal sealed class Endpoint<T>
{
    private readonly string[] _template;

    public Endpoint(string operation, string route, T handler)
    {
        var parts = route.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2 && (parts.Length != 3 || parts[2] != "query"))
        {
            throw new ArgumentException($"'{route}' is not a route. Expected: METHOD path[ query].", nameof(route));
        }

        (Operation, Handler, Method, _template, FieldsInQuery) = (operation, handler, parts[0], parts[1].Split('/'), parts.Length == 3);
    }

    /// <summary>Gets the name of the operation.</summary>
    public string Operation { get; }

    public string Method { get; }

    public T Handler { get; }

    /// <summary>Gets whether the fields of the request are in the query instead of the body.</summary>
    public bool FieldsInQuery { get; }

    /// <summary>Gets the values of the path parameters; null if the path does not match.</summary>
    public IReadOnlyDictionary<string, string>? Match(string[] segments, StringComparison comparison)
    {
        if (segments.Length != _template.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>();
        for (var index = 0; index < _template.Length; index++)
        {
            var expected = _template[index];
            if (expected.StartsWith('{') && segments[index].Length > 0)
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
}

/// <summary>
/// Represents the route table of a vendor. Tests can move operations whose HTTP method or path the documents do not specify.
/// </summary>
internal sealed class Router<T>(StringComparison pathComparison) : IEnumerable<Endpoint<T>>
{
    private List<Endpoint<T>> _endpoints = [];

    /// <summary>Adds an operation.</summary>
    /// <param name="operation">The name of the operation.</param>
    /// <param name="route">The route: <c>METHOD path</c>, with parameters in braces, followed by <c> query</c> if the fields are in the
    /// query.</param>
    /// <param name="handler">The handler of the operation.</param>
    public void Add(string operation, string route, T handler) => _endpoints.Add(new Endpoint<T>(operation, route, handler));

    /// <summary>Moves an operation to another route.</summary>
    /// <exception cref="ArgumentException">The operation is unknown, or the text is not a route.</exception>
    public void Move(string operation, string route)
    {
        var old = _endpoints.Find(endpoint => endpoint.Operation.Equals(operation, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"There is no operation '{operation}'.", nameof(operation));
        var moved = new Endpoint<T>(old.Operation, route, old.Handler);
        _endpoints = _endpoints.ConvertAll(endpoint => endpoint == old ? moved : endpoint);
    }

    /// <summary>
    /// Gets the endpoint of a request, and sets the values of the path parameters in the request; null if there is no endpoint.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="allowed">The HTTP methods that the path supports; empty if the path does not exist.</param>
    public Endpoint<T>? Find(Request request, out IReadOnlyList<string> allowed)
    {
        Endpoint<T>? found = null;
        var (segments, methods) = (request.Segments, new List<string>());
        foreach (var endpoint in _endpoints)
        {
            if (endpoint.Match(segments, pathComparison) is not { } values)
            {
                continue;
            }

            methods.Add(endpoint.Method);
            if (found is null && endpoint.Method == request.Method)
            {
                found = endpoint;
                (request.Values, request.HasFieldsInQuery) = (values, endpoint.FieldsInQuery);
            }
        }

        allowed = methods;
        return found;
    }

    public IEnumerator<Endpoint<T>> GetEnumerator() => _endpoints.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
