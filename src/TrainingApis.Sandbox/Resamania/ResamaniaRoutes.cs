namespace TrainingApis.Sandbox.Resamania;

/// <summary>All endpoints, and where those listen that the documents give in two forms.</summary>
internal sealed class ResamaniaRoutes
{
    private const string Brand = "{clientToken}/";
    private readonly Dictionary<string, (string Method, string Path)> _movable = new(StringComparer.OrdinalIgnoreCase);

    public ResamaniaRoutes() => Reset();

    public IReadOnlyList<ResamaniaRoute> Table { get; private set; } = Array.Empty<ResamaniaRoute>();

    public string TokenMethod => _movable["Token"].Method;

    /// <summary>True where the path is the token call's: below a brand or, unless it was moved, below none.</summary>
    public bool IsToken(string[] segments, out string? brand)
    {
        var path = _movable["Token"].Path.Split('/');
        brand = path[0] == Brand[..^1] ? segments[0] : null;
        if (segments.Skip(brand == null ? 0 : 1).SequenceEqual(path.Skip(brand == null ? 0 : 1)))
            return true;
        brand = null;
        return _movable["Token"].Path == Brand + "oauth/v2/token" && segments.SequenceEqual(new[] { "oauth", "v2", "token" });
    }

    public void Set(string operation, string route)
    {
        if (!_movable.ContainsKey(operation))
            throw new ArgumentException($"There is no operation '{operation}'.", nameof(operation));
        var parts = route.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isToken = operation.Equals("Token", StringComparison.OrdinalIgnoreCase);
        if (parts.Length != 2 || (!isToken && !parts[1].TrimStart('/').StartsWith(Brand, StringComparison.Ordinal)))
            throw new ArgumentException($"'{route}' is no route: METHOD path.", nameof(route));
        _movable[operation] = (parts[0].ToUpperInvariant(), parts[1].Trim('/'));
        Build();
    }

    public void Reset()
    {
        _movable["Token"] = ("POST", Brand + "oauth/v2/token");
        _movable["UpdateSale"] = ("PUT", Brand + "sales/{id}/update_contact");
        _movable["Sources"] = ("GET", Brand + "referentials/sources");
        Build();
    }

    private void Build()
    {
        var sale = _movable["UpdateSale"];
        var sources = _movable["Sources"];
        Table = ResamaniaContactApi.Routes
            .Concat(ResamaniaTransferApi.Routes)
            .Concat(ResamaniaSaleApi.Routes(sale.Method, sale.Path[Brand.Length..]))
            .Concat(ResamaniaSourceApi.Routes(sources.Method, sources.Path[Brand.Length..]))
            .Concat(ResamaniaClubApi.Routes)
            .Concat(ResamaniaNodeApi.Routes)
            .ToArray();
    }
}
