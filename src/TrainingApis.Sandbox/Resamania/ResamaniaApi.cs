namespace TrainingApis.Sandbox.Resamania;

/// <summary>The API below its gateway: brand, route, verb, token, grant and context are looked at in this order, then the endpoint acts.</summary>
internal sealed class ResamaniaApi : ISandboxApi
{
    private static readonly string[] Acceptable = { "*/*", "application/*", "application/json", "application/ld+json" };
    private readonly object _gate;
    private readonly ResamaniaGateway _gateway;
    private readonly ResamaniaTokens _tokens;
    private readonly ResamaniaTokenCall _tokenCall;
    private readonly ResamaniaRoutes _routes;
    private readonly ResamaniaBrands _brands;
    private readonly ResamaniaControl _control;

    public ResamaniaApi(object gate, ResamaniaGateway gateway, ResamaniaTokens tokens, ResamaniaRoutes routes, ResamaniaBrands brands, ResamaniaControl control)
    {
        (_gate, _gateway, _tokens, _routes, _brands, _control) = (gate, gateway, tokens, routes, brands, control);
        _tokenCall = new ResamaniaTokenCall(tokens, brands);
    }

    public string Prefix => "resamania";

    public SandboxAnswer Handle(SandboxRequest request)
    {
        lock (_gate)
        {
            var isItemRead = _routes.Table.Any(route => route.IsItemRead && route.Method == request.Method && route.Matches(request.Segments.AsSpan(1), out _));
            return _gateway.Pass(request, isItemRead, () => Act(request));
        }
    }

    private SandboxAnswer Act(SandboxRequest request)
    {
        string? token = null;
        try
        {
            if (_routes.IsToken(request.Segments, out var under))
            {
                var owner = under == null ? null : _brands.Find(under) ?? throw ResamaniaRefusal.NotFound();
                return request.Method == _routes.TokenMethod ? _tokenCall.Handle(request, owner) : WrongMethod(request, under, new[] { _routes.TokenMethod });
            }

            var brand = _brands.Find(request.Segments[0]) ?? throw Unbranded(request);
            token = brand.Token;
            return Act(request, brand);
        }
        catch (ResamaniaRefusal refusal)
        {
            return ResamaniaErrors.Write(refusal, token, _control);
        }
    }

    private SandboxAnswer Act(SandboxRequest request, ResamaniaBrand brand)
    {
        var here = _routes.Table.Where(one => one.Matches(request.Segments.AsSpan(1), out _)).ToList();
        if (here.Count == 0)
            throw ResamaniaRefusal.Of(404, $"No route found for \"{request.Method} /{request.Path}\"");
        if (here.Find(one => one.Method == request.Method) is not { } route)
            return WrongMethod(request, brand.Token, here.Select(one => one.Method).ToArray());
        if (!IsAcceptable(request.Header("Accept")))
            throw ResamaniaRefusal.Of(406, $"Requested format \"{request.Header("Accept")}\" is not supported. Supported MIME types are \"application/ld+json\", \"application/json\".");
        if (Identify(request, out var stranger) is not { } identity)
            return stranger!;
        if (identity.Account.ClientToken != brand.Token)
            throw ResamaniaRefusal.NotFound();
        if (!route.Audience.HasFlag(identity.IsMember ? ResamaniaAudience.Members : ResamaniaAudience.Servers))
            throw ResamaniaRefusal.NotGranted();
        route.Matches(request.Segments.AsSpan(1), out var id);
        return route.Handle(new ResamaniaCall(request, brand, identity, _control, route.Context, id));
    }

    /// <summary>A path that starts with a resource lacks its brand; one that starts with anything else has a wrong one.</summary>
    private ResamaniaRefusal Unbranded(SandboxRequest request) =>
        _routes.Table.Any(route => route.FirstSegment == request.Segments[0]) ? ResamaniaRefusal.NotGranted() : ResamaniaRefusal.NotFound();

    private ResamaniaIdentity? Identify(SandboxRequest request, out SandboxAnswer? refusal)
    {
        var header = request.Header("Authorization");
        if (header == null || !header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            refusal = Stranger("access_denied", "OAuth2 authentication required");
            return null;
        }

        var identity = _tokens.Find(header["Bearer ".Length..].Trim(), out var hasExpired);
        refusal = identity == null ? Stranger("invalid_grant", hasExpired ? "The access token provided has expired." : "The access token provided is invalid.") : null;
        return identity;
    }

    private static SandboxAnswer Stranger(string code, string description) => ResamaniaErrors.OAuth(401, code, description)
        .With("WWW-Authenticate", $"Bearer realm=\"Service\", error=\"{code}\", error_description=\"{description}\"");

    private SandboxAnswer WrongMethod(SandboxRequest request, string? brand, string[] allowed) => ResamaniaErrors.Write(
        ResamaniaRefusal.Of(405, $"No route found for \"{request.Method} /{request.Path}\": Method Not Allowed (Allow: {string.Join(", ", allowed)})"), brand, _control)
        .With("Allow", string.Join(", ", allowed));

    private static bool IsAcceptable(string? accept) =>
        string.IsNullOrWhiteSpace(accept) || accept.Split(',').Any(part => Acceptable.Contains(part.Split(';')[0].Trim().ToLowerInvariant()));
}
