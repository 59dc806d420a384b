using System.Collections.Concurrent;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>The routes that the documents leave open.</summary>
internal sealed class CegosRoutes
{
    public const string Topics = "Topics";
    public const string CreateRegistration = "CreateRegistration";
    public const string CancelRegistration = "CancelRegistration";
    public const string DeferRegistration = "DeferRegistration";

    private readonly ConcurrentDictionary<string, CegosRoute> _routes = new(StringComparer.OrdinalIgnoreCase);

    public CegosRoutes() => Reset();

    public CegosRoute this[string operation] => _routes[operation];

    /// <summary>The operations of registrations that listen on the request's path, whatever their verbs.</summary>
    public IReadOnlyList<(string Operation, CegosRoute Route)> On(SandboxRequest request) =>
        new[] { CancelRegistration, CreateRegistration, DeferRegistration }
            .Select(operation => (operation, _routes[operation])).Where(one => one.Item2.IsPathOf(request)).ToList();

    public void Set(string operation, string route)
    {
        if (!_routes.ContainsKey(operation))
            throw new ArgumentException($"There is no operation '{operation}'.", nameof(operation));
        _routes[operation] = CegosRoute.Parse(route);
    }

    public void Reset()
    {
        _routes[Topics] = CegosRoute.Parse("GET v1/CatalogTopics");
        _routes[CreateRegistration] = CegosRoute.Parse("POST v1/Registration");
        _routes[CancelRegistration] = CegosRoute.Parse("DELETE v1/Registration");
        _routes[DeferRegistration] = CegosRoute.Parse("POST v1/Registration/defer");
    }
}
