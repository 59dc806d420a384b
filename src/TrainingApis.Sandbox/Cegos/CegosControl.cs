namespace TrainingApis.Sandbox.Cegos;

/// <summary>What tests change about the sandbox's Cegos.</summary>
public sealed class CegosControl
{
    private readonly CegosTokens _tokens;
    private readonly CegosRoutes _routes;

    internal CegosControl(CegosTokens tokens, CegosRoutes routes)
    {
        (_tokens, _routes) = (tokens, routes);
        Reset();
    }

    /// <summary>How long new tokens live. Default one hour.</summary>
    public TimeSpan TokenLifetime { get => _tokens.Lifetime; set => _tokens.Lifetime = value; }

    /// <summary>The HTTP status of a refusal in the vendor's own shape (<c>code: ERROR</c>). Default 200; 400 also occurs in the field.</summary>
    public int RefusalStatus { get; set; }

    /// <summary>How many reads find a deferral still waiting. Default 2.</summary>
    public int ScheduledReads { get; set; }

    /// <summary>Makes an account known; one of the same id is replaced.</summary>
    public void AddAccount(SandboxAccount account) => _tokens.AddAccount(account);

    /// <summary>Makes every token handed out so far worthless.</summary>
    public void ExpireTokens() => _tokens.ExpireAll();

    /// <summary>
    /// Changes where an operation listens whose verb or path is not documented, as <c>METHOD path</c>, with <c> query</c> behind
    /// it where the fields travel in the query: <c>Topics</c>, <c>CreateRegistration</c>, <c>CancelRegistration</c>, <c>DeferRegistration</c>.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such operation, or the text is no route.</exception>
    public void SetRoute(string operation, string route) => _routes.Set(operation, route);

    internal void Reset() => (RefusalStatus, ScheduledReads) = (200, 2);
}
