namespace TrainingApis.Sandbox.Loop;

/// <summary>The routes, some of which the documents leave open.</summary>
internal sealed class LoopRoutes
{
    private static readonly IReadOnlyDictionary<string, LoopOperation> Open = new Dictionary<string, LoopOperation>(StringComparer.OrdinalIgnoreCase)
    {
        ["Folders"] = LoopOperation.LoopHub,
        ["AddOffer"] = LoopOperation.AddOffer,
        ["AddOfferToContact"] = LoopOperation.AddCollaborativeOffer,
    };

    private readonly object _gate = new();
    private volatile LoopRoute[] _routes = Documented();

    /// <summary>The routes on the request's path, whatever their verbs.</summary>
    public IReadOnlyList<LoopRoute> On(SandboxRequest request) => Array.FindAll(_routes, route => route.IsPathOf(request));

    public void Set(string operation, string text)
    {
        if (!Open.TryGetValue(operation, out var found))
            throw new ArgumentException($"There is no operation '{operation}'.", nameof(operation));
        var route = LoopRoute.Parse(found, text);
        lock (_gate)
        {
            if (_routes.Any(route.IsTakenBy))
                throw new ArgumentException($"'{text}' belongs to another operation.", nameof(text));
            _routes = _routes.Where(one => one.Operation != found).Append(route).ToArray();
        }
    }

    public void Reset() => _routes = Documented();

    private static LoopRoute[] Documented() => new[]
    {
        LoopRoute.Parse(LoopOperation.LoopHub, "GET LOOPHUB"),
        LoopRoute.Parse(LoopOperation.AddOffer, "POST collaborativeOffer/addOffer"),
        LoopRoute.Parse(LoopOperation.AddCollaborativeOffer, "POST collaborativeOffer/addCollaborativeOffer"),
        LoopRoute.Parse(LoopOperation.RemoveOffer, "POST collaborativeOffer/removeOffer"),
        LoopRoute.Parse(LoopOperation.ProvisionCompany, "POST companyProvisioning/provisionCompany"),
        LoopRoute.Parse(LoopOperation.AddClient, "POST provisionningCollab/addClient"),
        LoopRoute.Parse(LoopOperation.UpdateClient, "POST provisionningCollab/updateClient"),
        LoopRoute.Parse(LoopOperation.RemoveApplication, "POST provisionningCollab/removeApplication"),
    };
}
