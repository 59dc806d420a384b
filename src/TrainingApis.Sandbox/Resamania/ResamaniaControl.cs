namespace TrainingApis.Sandbox.Resamania;

/// <summary>What tests change about the sandbox's Resamania.</summary>
public sealed class ResamaniaControl
{
    private readonly object _gate;
    private readonly ResamaniaTokens _tokens;
    private readonly ResamaniaGateway _gateway;
    private readonly ResamaniaRoutes _routes;

    internal ResamaniaControl(object gate, ResamaniaTokens tokens, ResamaniaGateway gateway, ResamaniaRoutes routes)
    {
        (_gate, _tokens, _gateway, _routes) = (gate, tokens, gateway, routes);
        Reset();
    }

    /// <summary>How long new access tokens live. Default one hour.</summary>
    public TimeSpan TokenLifetime { get => _tokens.Lifetime; set => _tokens.Lifetime = value; }

    /// <summary>True where the anonymous grant hands out a refresh token too. Default false.</summary>
    public bool AnonymousRefresh { get => _tokens.AnonymousRefresh; set => _tokens.AnonymousRefresh = value; }

    /// <summary>The HTTP status of a list of violations. Default 422; older versions of the framework send 400.</summary>
    public int ViolationStatus { get; set; }

    /// <summary>The HTTP status of a refusal by an <c>api.error.…</c> code, a known e-mail for one. Default 400; 422 is as likely.</summary>
    public int RefusalStatus { get; set; }

    /// <summary>The form of errors. Default <see cref="ResamaniaErrorShape.Hydra"/>.</summary>
    public ResamaniaErrorShape ErrorShape { get; set; }

    /// <summary>The form of the network's nodes. Default <see cref="ResamaniaNodeShape.ByItem"/>.</summary>
    public ResamaniaNodeShape NodeShape { get; set; }

    /// <summary>What the answer to a new contact repeats. Default <see cref="ResamaniaEcho.ByItem"/>.</summary>
    public ResamaniaEcho Echo { get; set; }

    /// <summary>True where no collection says how many items there are, nor which page is the last. Default false: only a search by e-mail says neither.</summary>
    public bool OmitTotalItems { get; set; }

    /// <summary>True where a brand with a network asks for <c>x-user-network-node-id</c> wherever it asks for the club. Default true.</summary>
    public bool NodeHeaderRequired { get; set; }

    /// <summary>The fields that a new contact must have. Default the documented four; a brand may ask for more.</summary>
    public IReadOnlyList<string> RequiredFields { get; set; } = Array.Empty<string>();

    /// <summary>The code that the contact of a new transfer is sent. Default <c>1234</c>.</summary>
    public string TransferCode { get; set; } = string.Empty;

    /// <summary>Makes an account known; one of the same id is replaced.</summary>
    /// <exception cref="ArgumentException">There is no such brand.</exception>
    public void AddAccount(ResamaniaAccount account)
    {
        if (account.ClientToken is not (ResamaniaAccess.ClientToken or ResamaniaAccess.SingleClubToken))
            throw new ArgumentException($"There is no brand '{account.ClientToken}'.", nameof(account));
        Locked(() => _tokens.AddAccount(account));
    }

    /// <summary>Makes a gateway key known, with counters of its own.</summary>
    public void AddGatewayKey(string key) => Locked(() => _gateway.AddKey(key));

    /// <summary>Makes every access token handed out so far worthless; refresh tokens stay good.</summary>
    public void ExpireTokens() => Locked(_tokens.ExpireAccess);

    /// <summary>Makes every refresh token handed out so far worthless.</summary>
    public void RevokeRefreshTokens() => Locked(_tokens.RevokeRefresh);

    /// <summary>Sets a limit of the gateway and starts its count again.</summary>
    /// <param name="family">Which one.</param>
    /// <param name="limit">How many calls a period allows.</param>
    /// <param name="period">How long a period is.</param>
    public void SetLimit(ResamaniaLimitFamily family, int limit, TimeSpan period) => Locked(() => _gateway.SetLimit(family, limit, period));

    /// <summary>
    /// Changes where an operation listens whose path the vendor's documents give in two forms, as <c>METHOD path</c> below the
    /// base address: <c>Token</c>, <c>UpdateSale</c>, <c>Sources</c>. <c>{clientToken}</c> and <c>{id}</c> stand for themselves.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such operation, or the text is no route.</exception>
    public void SetRoute(string operation, string route) => Locked(() => _routes.Set(operation, route));

    internal void Reset()
    {
        (ViolationStatus, RefusalStatus, ErrorShape, NodeShape, Echo) = (422, 400, default, default, default);
        (OmitTotalItems, NodeHeaderRequired, TransferCode) = (false, true, "1234");
        RequiredFields = new[] { "familyName", "givenName", "birthDate", "email" };
    }

    private void Locked(Action action)
    {
        lock (_gate)
            action();
    }
}
