using System.Collections.Concurrent;
using TrainingApis.Sandbox.Server;

// A member of a JSON object. A member whose value is null is omitted.
using Member = (string Name, object? Value);

namespace TrainingApis.Sandbox.Cegos;

/// <summary>Provides the catalogue. Callers can change only the number of registrations of a session.</summary>
internal sealed class CegosCatalog
{
    private const int PageSize = 100;

    private static readonly ObjectSchema Query =
        new ObjectSchema().Allow("pageNumber", Schema.Integer).Allow("hydrate", Schema.Boolean).IgnoreCase().IgnoreUnknown();

    private readonly int _seed;

    // The sample data is created when it is first used.
    private readonly Lazy<SampleProducts> _products;
    private readonly Lazy<SampleSessions> _sessions;

    /// <summary>The number of seats taken by registrations in this sandbox, by session code.</summary>
    private readonly ConcurrentDictionary<string, int> _seats = new();

    /// <param name="options">The options: the numbers of products and sessions, and the seed of the data.</param>
    public CegosCatalog(SandboxOptions options)
    {
        _seed = options.Seed;
        _products = new(() => new SampleProducts(_seed, options.ProductCount));
        _sessions = new(() => new SampleSessions(Products, options.SessionCount));
        Routes = new Router<CegosOperation>(StringComparison.OrdinalIgnoreCase)
        {
            { "Catalogs", "GET v1/Catalogs", new(Query, _ => Data(CatalogJson.Create())) },
            { "Topics", "GET v1/CatalogTopics", new(Query, _ => Data(TopicJson.Create(Products.Count < 8 ? [2025] : [2025, 2026]))) },
            { "Centers", "GET v1/Referentials/centers", new(Query, _ => Data(CenterJson.Create(_seed))) },
            { "Products", "GET v1/Products", new(Query, ListProducts) },
            { "Product", "GET v1/Products/{code}", new(Query, ReadProduct) },
            { "Sessions", "GET v1/Sessions", new(Query, ListSessions) },
            { "Session", "GET v1/Sessions/{code}", new(Query, ReadSession) },
        };
    }

    public Router<CegosOperation> Routes { get; }

    private SampleProducts Products => _products.Value;

    private SampleSessions Sessions => _sessions.Value;

    /// <summary>Finds a session by its code. The separators between the groups of the code are ignored.</summary>
    public Session? FindSession(string code) => Sessions.Find(code);

    /// <summary>Gets the number of registrations for a session, including the registrations in this sandbox.</summary>
    public int RegistrationCount(Session session) => session.Registered + _seats.GetValueOrDefault(session.Code);

    /// <summary>Adds a number, which can be negative, to the number of registrations for a session.</summary>
    public void ChangeSeats(string sessionCode, int change) =>
        _seats.AddOrUpdate(sessionCode, change, (_, before) => before + change);

    private static Response Data(object data) => Response.Json(200, json => JsonTree.Write(json, new[] { ("data", (object?)data) }));

    private static Response List(CegosCall call, int count, Func<int, bool, Member[]> create)
    {
        // A page number outside the range is corrected and not refused.
        var page = new Page(call.Fields.Integer("pageNumber") ?? 1, PageSize, count).Corrected();
        var hydrate = call.Fields.Boolean("hydrate") == true;
        Member[] members =
        [
            ("pageNumber", page.Number), ("pageSize", page.Size), ("totalItems", count), ("totalPages", page.TotalPages),
            ("data", Enumerable.Range(0, count).Skip(page.Start).Take(page.Size).Select(index => create(index, hydrate))),
        ];
        return Response.Json(200, json => JsonTree.Write(json, members));
    }

    private static Response NotFound(string kind, string code) => CegosVendor.Problem(404, "Not Found", $"There is no {kind} '{code}'.");

    private Response ListProducts(CegosCall call) => List(
        call, Products.Count, (index, hydrate) => ProductJson.Create(Products, Products[index], hydrate, inList: true));

    private Response ReadProduct(CegosCall call) => Products.Find(call.Request["code"]) is { } product
        ? Data(ProductJson.Create(Products, product, call.Fields.Boolean("hydrate") == true, inList: false))
        : NotFound("product", call.Request["code"]);

    private Response ListSessions(CegosCall call) => List(
        call, Sessions.Count, (index, hydrate) => Create(Sessions[index], hydrate, inList: true));

    private Response ReadSession(CegosCall call)
    {
        var code = call.Request["code"];
        return FindSession(code) is { } session && session.Code.Equals(code, StringComparison.OrdinalIgnoreCase)
            ? Data(Create(session, withParts: true, inList: false))
            : NotFound("session", code);
    }

    private Member[] Create(Session session, bool withParts, bool inList) =>
        SessionJson.Create(session, RegistrationCount(session), withParts, inList, new SeededRandom(_seed, session.Index, "members"));
}
