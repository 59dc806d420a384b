using System.Collections.Concurrent;
using System.Text.Json;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>Provides the catalogue, which is read-only.</summary>
internal sealed class CegosCatalog
{
    private const int PageSize = 100;

    private static readonly ObjectSchema Query =
        Schema.Object().Allow("pageNumber", Schema.Integer).Allow("hydrate", Schema.Boolean).IgnoreCase().IgnoreUnknown();

    private readonly ConcurrentDictionary<int, int> _seats;
    private readonly ProductNumbers _products;
    private readonly ProductJson _productJson;
    private readonly SessionNumbers _sessions;
    private readonly SessionJson _sessionJson;

    /// <param name="options">How many products and sessions there are, and the seed of the data.</param>
    /// <param name="seats">How many seats registrations took in this sandbox, by the session's index.</param>
    public CegosCatalog(SandboxOptions options, ConcurrentDictionary<int, int> seats)
    {
        _seats = seats;
        _products = new ProductNumbers(options.ProductCount);
        _productJson = new ProductJson(options.Seed, _products);
        _sessions = new SessionNumbers(options.Seed, _products, options.SessionCount);
        _sessionJson = new SessionJson(options.Seed, seats);
        Routes = new Router<CegosOperation>(StringComparison.OrdinalIgnoreCase)
        {
            { "Catalogs", "GET v1/Catalogs", new(Query, _ => Data(CegosCatalogs.Write)) },
            { "Topics", "GET v1/CatalogTopics", new(Query, _ => Data(CegosTopics.Write)) },
            { "Centers", "GET v1/Referentials/centers", new(Query, _ => Data(json => CegosCenters.Write(json, options.Seed))) },
            { "Products", "GET v1/Products", new(Query, ListProducts) },
            { "Product", "GET v1/Products/{code}", new(Query, ReadProduct) },
            { "Sessions", "GET v1/Sessions", new(Query, ListSessions) },
            { "Session", "GET v1/Sessions/{code}", new(Query, ReadSession) },
        };
    }

    public Router<CegosOperation> Routes { get; }

    /// <summary>Finds a session by its code, whatever stands between the groups of the code.</summary>
    public SessionFacts? FindSession(string code) => _sessions.Find(code);

    /// <summary>Gets how many people have registered for a session, those of this sandbox included.</summary>
    public int RegistrationCount(SessionFacts session) => session.Registered + (_seats.TryGetValue(session.Index, out var taken) ? taken : 0);

    private static Response Data(Action<Utf8JsonWriter> write) => Response.Json(200, json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("data"u8);
        write(json);
        json.WriteEndObject();
    });

    private static Response List(CegosCall call, int count, bool envelopeFirst, Action<Utf8JsonWriter, int, bool> writeItem)
    {
        // A page number that is out of range is corrected, not refused.
        var page = new Page(call.Fields.Integer("pageNumber") ?? 1, PageSize, count).Corrected();
        var hydrate = call.Fields.Boolean("hydrate") == true;
        return Response.Json(200, json =>
        {
            json.WriteStartObject();
            if (envelopeFirst)
            {
                WriteEnvelope(json, page);
            }

            json.WriteStartArray("data"u8);
            for (var index = page.Start; index < page.End; index++)
            {
                writeItem(json, index, hydrate);
            }

            json.WriteEndArray();
            if (!envelopeFirst)
            {
                WriteEnvelope(json, page);
            }

            json.WriteEndObject();
        });
    }

    private static void WriteEnvelope(Utf8JsonWriter json, Page page)
    {
        json.WriteNumber("pageNumber"u8, page.Number);
        json.WriteNumber("pageSize"u8, page.Size);
        json.WriteNumber("totalItems"u8, page.TotalItems);
        json.WriteNumber("totalPages"u8, page.TotalPages);
    }

    private static Response NotFound(string kind, string code) => CegosVendor.Problem(404, "Not Found", $"There is no {kind} '{code}'.");

    private Response ListProducts(CegosCall call) => List(call, _products.Count, envelopeFirst: false, (json, index, hydrate) =>
        _productJson.Write(json, _products.At(index), hydrate, inList: true));

    private Response ReadProduct(CegosCall call) => _products.Find(call.Request["code"]) is { } product
        ? Data(json => _productJson.Write(json, product, call.Fields.Boolean("hydrate") == true, inList: false))
        : NotFound("product", call.Request["code"]);

    private Response ListSessions(CegosCall call) => List(call, _sessions.Count, envelopeFirst: true, (json, index, hydrate) =>
        _sessionJson.Write(json, _sessions.At(index), hydrate, inList: true));

    private Response ReadSession(CegosCall call)
    {
        var code = call.Request["code"];
        return FindSession(code) is { } session && session.Code.Equals(code, StringComparison.OrdinalIgnoreCase)
            ? Data(json => _sessionJson.Write(json, session, parts: true, inList: false))
            : NotFound("session", code);
    }
}
