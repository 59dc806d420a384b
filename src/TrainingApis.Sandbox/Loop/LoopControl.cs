namespace TrainingApis.Sandbox.Loop;

/// <summary>What tests change about the sandbox's Loop.</summary>
public sealed class LoopControl
{
    private readonly LoopGate _gate;
    private readonly LoopRoutes _routes;
    private readonly LoopShapes _shapes;
    private readonly LoopRegistry _registry;

    internal LoopControl(LoopGate gate, LoopRoutes routes, LoopShapes shapes, LoopRegistry registry)
    {
        (_gate, _routes, _shapes, _registry) = (gate, routes, shapes, registry);
    }

    /// <summary>
    /// The HTTP status of everything that the service refuses for what it knows of files and contacts; null, the default, is
    /// 200, 400, 409 or 500 by contact for the refusals that the vendor documents, 400 or 409 for others.
    /// </summary>
    public int? RefusalStatus { get => _shapes.RefusalStatus; set => _shapes.RefusalStatus = value; }

    /// <summary>The apostrophe of refusals and of <c>déjà affectée</c>. Default varied.</summary>
    public LoopApostrophe Apostrophe { get => _shapes.Apostrophe; set => _shapes.Apostrophe = value; }

    /// <summary>How many files each firm has (600). Setting it begins all firms anew.</summary>
    public int FolderCount { get => _registry.FolderCount; set => _registry.FolderCount = value; }

    /// <summary>How many more calls the gateway's quota lets in; null, the default, is no quota.</summary>
    public int? QuotaLeft { get => _gate.QuotaLeft; set => _gate.QuotaLeft = value; }

    /// <summary>Makes an account known; one of the same key is replaced, which is how a secret is rotated.</summary>
    public void AddAccount(LoopAccount account) => _gate.AddAccount(account);

    /// <summary>Makes every API key worthless; subscriptions stay.</summary>
    public void RevokeKeys() => _gate.RevokeKeys();

    /// <summary>Makes the gateway refuse the next calls for coming too fast.</summary>
    /// <param name="calls">How many.</param>
    /// <param name="retryAfter">How many seconds it asks to wait.</param>
    public void Throttle(int calls, int retryAfter) => _gate.Throttle(calls, retryAfter);

    /// <summary>Makes a person a stranger to every firm's tenant. Addresses at <c>horstenant.example</c> always are.</summary>
    public void Uninvite(string email) => _registry.Uninvite(email);

    /// <summary>Gives an answer one form; null lets it vary by file or contact again.</summary>
    /// <exception cref="ArgumentException">This answer cannot have this form.</exception>
    public void SetShape(LoopReply reply, LoopShape? shape) => _shapes.Set(reply, shape);

    /// <summary>
    /// Changes where an operation listens whose verb or path is not documented, as <c>METHOD path</c>, with <c> query</c> behind
    /// it where the fields travel in the query: <c>Folders</c>, <c>AddOffer</c>, <c>AddOfferToContact</c>.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such operation, the text is no route, or another operation has it.</exception>
    public void SetRoute(string operation, string route) => _routes.Set(operation, route);
}
