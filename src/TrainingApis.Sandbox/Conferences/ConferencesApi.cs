namespace TrainingApis.Sandbox.Conferences;

/// <summary>Lets callers in, finds the operation that a path and verb mean, and answers with an error where it is refused.</summary>
internal sealed class ConferencesApi : ISandboxApi
{
    private readonly ConferencesTokens _tokens;
    private readonly ConferencesRoutes _routes;
    private readonly ConferencesWorld _world;
    private readonly ConferencesErrors _errors;
    private readonly IReadOnlyList<(string Operation, Func<ConferencesCall, SandboxAnswer> Act)> _operations;

    public ConferencesApi(
        string prefix,
        ConferencesTokens tokens,
        ConferencesRoutes routes,
        ConferencesWorld world,
        ConferencesErrors errors,
        IReadOnlyList<(string Operation, Func<ConferencesCall, SandboxAnswer> Act)> operations)
    {
        (Prefix, _tokens, _routes, _world, _errors, _operations) = (prefix, tokens, routes, world, errors, operations);
    }

    public string Prefix { get; }

    public SandboxAnswer Handle(SandboxRequest request)
    {
        lock (_world.Gate)
        {
            try
            {
                var store = _world.StoreOf(_tokens.Admit(request));
                return Act(request, store);
            }
            catch (ConferencesRefusal refusal)
            {
                return _errors.Answer(refusal);
            }
        }
    }

    private SandboxAnswer Act(SandboxRequest request, ConferencesStore store)
    {
        var here = _operations.Select(one => (one.Operation, one.Act, Route: _routes[one.Operation], Ids: _routes[one.Operation].Match(request.Segments)))
            .Where(one => one.Ids != null).OrderByDescending(one => one.Route.Literals).ToList();
        if (here.Count == 0)
            return SandboxAnswer.Empty(404);
        var (operation, act, route, ids) = here.Find(one => one.Route.Method == request.Method);
        if (act == null)
            return SandboxAnswer.WrongMethod(here.Select(one => one.Route.Method).Distinct().ToArray());
        if (!TakesJson(request.Header("Accept")))
            throw ConferencesRefusal.NotAcceptable();
        return act(new ConferencesCall(request, operation, route, ids!, store, _world));
    }

    private static bool TakesJson(string? accept) =>
        string.IsNullOrWhiteSpace(accept) || accept.Split(',').Any(one => one.Split(';')[0].Trim().ToLowerInvariant() is "*/*" or "application/*" or "application/json");
}
