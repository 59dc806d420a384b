using System.Text.Json;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>The catalogue: all reading.</summary>
internal sealed class CegosCatalogApi : ISandboxApi
{
    private const int PageSize = 100;
    private readonly int _seed;
    private readonly CegosTokens _tokens;
    private readonly CegosRoutes _routes;
    private readonly ProductNumbers _products;
    private readonly ProductJson _productJson;
    private readonly SessionNumbers _sessions;
    private readonly SessionJson _sessionJson;

    public CegosCatalogApi(int seed, CegosTokens tokens, CegosRoutes routes, ProductNumbers products, SessionNumbers sessions, CegosSeats seats)
    {
        (_seed, _tokens, _routes, _products, _sessions) = (seed, tokens, routes, products, sessions);
        _productJson = new ProductJson(seed, products);
        _sessionJson = new SessionJson(seed, seats);
    }

    public string Prefix => "cegos/catalog";

    public SandboxAnswer Handle(SandboxRequest request)
    {
        if (_tokens.Refuse(request, CegosTokens.CatalogScope, out _) is { } refusal)
            return refusal;
        if (Route(request) is not { } read)
            return SandboxAnswer.Empty(404);
        return request.Method == "GET" ? read() : SandboxAnswer.WrongMethod("GET");
    }

    private Func<SandboxAnswer>? Route(SandboxRequest request)
    {
        if (request.IsAt("v1", "Catalogs"))
            return () => Data(CegosCatalogs.Write);
        if (_routes[CegosRoutes.Topics].IsPathOf(request))
            return () => Data(CegosTopics.Write);
        if (request.IsAt("v1", "Referentials", "centers"))
            return () => Data(json => CegosCenters.Write(json, _seed));
        if (request.IsAt("v1", "Products"))
            return () => Paged(request, _products.Count, envelopeFirst: false, (json, index, hydrate) => _productJson.Write(json, _products.At(index), hydrate, inList: true));
        if (request.IsAt("v1", "Sessions"))
            return () => Paged(request, _sessions.Count, envelopeFirst: true, (json, index, hydrate) => _sessionJson.Write(json, _sessions.At(index), hydrate, inList: true));
        if (request.IsBelow(out var product, "v1", "Products"))
            return () => Product(request, product);
        if (request.IsBelow(out var session, "v1", "Sessions"))
            return () => Session(request, session);
        return null;
    }

    private SandboxAnswer Product(SandboxRequest request, string code)
    {
        if (PageQuery.Read(request, out var refusal) is not { } query)
            return refusal!;
        return _products.Find(code) is { } key
            ? Data(json => _productJson.Write(json, key, query.Hydrate, inList: false))
            : SandboxAnswer.Problem(404, "Not Found", $"There is no product '{code}'.");
    }

    private SandboxAnswer Session(SandboxRequest request, string code)
    {
        if (PageQuery.Read(request, out var refusal) is null)
            return refusal!;
        return _sessions.Find(code) is { } facts && facts.Code.Equals(code, StringComparison.OrdinalIgnoreCase)
            ? Data(json => _sessionJson.Write(json, facts, parts: true, inList: false))
            : SandboxAnswer.Problem(404, "Not Found", $"There is no session '{code}'.");
    }

    private static SandboxAnswer Paged(SandboxRequest request, int count, bool envelopeFirst, Action<Utf8JsonWriter, int, bool> writeItem)
    {
        if (PageQuery.Read(request, out var refusal) is not { } query)
            return refusal!;
        var pages = (count + PageSize - 1) / PageSize;
        // What is out of range is corrected, not refused.
        var page = Math.Max(1, Math.Min(query.PageNumber, pages));
        return SandboxAnswer.Json(200, json =>
        {
            json.WriteStartObject();
            if (envelopeFirst)
                WriteEnvelope(json, page, count, pages);
            json.WriteStartArray("data"u8);
            for (var index = (page - 1) * PageSize; index < Math.Min(page * PageSize, count); index++)
                writeItem(json, index, query.Hydrate);
            json.WriteEndArray();
            if (!envelopeFirst)
                WriteEnvelope(json, page, count, pages);
            json.WriteEndObject();
        });
    }

    private static void WriteEnvelope(Utf8JsonWriter json, int page, int count, int pages)
    {
        json.WriteNumber("pageNumber"u8, page);
        json.WriteNumber("pageSize"u8, PageSize);
        json.WriteNumber("totalItems"u8, count);
        json.WriteNumber("totalPages"u8, pages);
    }

    private static SandboxAnswer Data(Action<Utf8JsonWriter> write) => SandboxAnswer.Json(200, json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("data"u8);
        write(json);
        json.WriteEndObject();
    });
}
