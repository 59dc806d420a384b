namespace TrainingApis.Clients.Http;

/// <summary>The operations of an API whose method, path or carrier the documents leave open, as the connection was told to call
/// them.</summary>
internal sealed class Routes
{
    private readonly Dictionary<string, Route> _routes = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Route> _overrides = [];

    /// <param name="defaults">All operations that may be changed.</param>
    /// <param name="overrides">Those that are.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: an operation or a form that is not known.</exception>
    public Routes(IReadOnlyDictionary<string, string> defaults, IReadOnlyDictionary<string, string> overrides)
    {
        foreach (var (operation, text) in defaults)
        {
            _routes.Add(operation, Route.Parse(text) ?? throw new ArgumentException(operation, nameof(defaults)));
        }

        foreach (var (operation, text) in overrides)
        {
            if (!_routes.TryGetValue(operation, out var known))
            {
                throw Invalid($"There is no operation {operation} whose route can be changed; there are {string.Join(", ", defaults.Keys)}.");
            }

            var route = Route.Parse(text) ?? throw Invalid($"The route of {operation} must be METHOD path, or METHOD path query, such "
                + $"as {defaults[operation]}.");
            if (route.Parameters.Except(known.Parameters).FirstOrDefault() is { } parameter)
            {
                throw Invalid($"The route of {operation} has a parameter {{{parameter}}} that is not known.");
            }

            _routes[operation] = route;
            _overrides.Add(route);
        }
    }

    public Route this[string operation] => _routes[operation];

    /// <summary>The route that the connection was told and that this request takes, or goes on from; null where it goes as
    /// documented.</summary>
    public string? FindOverride(ApiRequest request) =>
        _overrides.FirstOrDefault(route => route.Path == request.PathTemplate
            || request.PathTemplate.StartsWith(route.Path + "/", StringComparison.Ordinal))?.ToString();

    private static ApiException Invalid(string message) => new(ApiErrorKind.InvalidArgument, message);
}
