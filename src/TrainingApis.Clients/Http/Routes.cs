using System.Text.RegularExpressions;

namespace TrainingApis.Clients.Http;

/// <summary>Represents how an operation is called: <c>METHOD path[ query]</c>.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path under the base address, with parameters as <c>{name}</c>.</param>
/// <param name="InQuery">Whether the fields are in the query instead of the body.</param>
/// <param name="Override">The route from the options of the connection; null for the default route.</param>
internal sealed record Route(HttpMethod Method, string Path, bool InQuery, string? Override = null)
{
    private static readonly Regex Form =
        new(@"^(?<method>GET|POST|PUT|PATCH|DELETE) +/?(?<path>(?:[\w.~-]|\{\w+\})+(?:/(?:[\w.~-]|\{\w+\})+)*)(?<query> +query)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Gets the names of the path parameters.</summary>
    public IEnumerable<string> Parameters => Regex.Matches(Path, @"\{(\w+)\}").Select(parameter => parameter.Groups[1].Value);

    /// <summary>Parses a route; null if the text is not a route.</summary>
    public static Route? Parse(string? text)
    {
        var match = Form.Match(text?.Trim() ?? string.Empty);
        var (method, path, query) = (match.Groups["method"].Value.ToUpperInvariant(), match.Groups["path"].Value, match.Groups["query"]);
        return match.Success && !path.Split('/').Any(segment => segment is "." or "..")
            ? new Route(new HttpMethod(method), path, query.Success, $"{method} {path}{(query.Success ? " query" : string.Empty)}")
            : null;
    }
}

/// <summary>Provides the routes of the operations of an API, with the overrides of the connection.</summary>
internal sealed class Routes
{
    private readonly Dictionary<string, Route> _overrides = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="operations">The API's operations.</param>
    /// <param name="overrides">The overrides: routes by the name of the operation.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: an unknown operation, or a text that is not a
    /// route.</exception>
    public Routes(IReadOnlyList<Operation> operations, IReadOnlyDictionary<string, string> overrides)
    {
        var known = operations.Where(operation => operation.RouteName is not null).ToArray();
        foreach (var (name, text) in overrides)
        {
            var operation = known.FirstOrDefault(one => name.Equals(one.RouteName, StringComparison.OrdinalIgnoreCase))
                ?? throw Invalid($"There is no route {name}; there are {string.Join(", ", known.Select(one => one.RouteName))}.");
            var route = Route.Parse(text) ?? throw Invalid($"The route of {operation.RouteName} must be METHOD path, or METHOD path query, "
                + $"such as {operation.Method} {operation.PathTemplate}.");
            if (route.Parameters.Except(Default(operation).Parameters).FirstOrDefault() is { } parameter)
            {
                throw Invalid($"The route of {operation.RouteName} has an unknown parameter {{{parameter}}}.");
            }

            _overrides[operation.RouteName!] = route;
        }
    }

    /// <summary>
    /// Gets the route of an operation. If its path extends the path of another operation, it follows the route of that operation.
    /// </summary>
    public Route Find(Operation operation)
    {
        var route = Default(operation);
        if (operation.BaseRouteName is not { } name || !_overrides.TryGetValue(name, out var other))
        {
            return route;
        }

        return operation.RouteName is null ? route with { Path = operation.GetPath(other.Path), Override = other.Override }
            : other with { InQuery = other.InQuery || route.InQuery };
    }

    private static Route Default(Operation operation) =>
        new(new HttpMethod(operation.Method), operation.PathTemplate, !operation.HasBody);

    private static ApiException Invalid(string message) => new(ApiErrorKind.InvalidArgument, message);
}
