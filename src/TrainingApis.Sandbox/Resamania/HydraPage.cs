using System.Text.Json;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Writes a page of a collection. Its links are IRIs: they start at the brand and lack the environment segment.</summary>
internal static class HydraPage
{
    /// <param name="call">The call to answer.</param>
    /// <param name="query">Its page.</param>
    /// <param name="context">The kind of the items.</param>
    /// <param name="collection">The collection's own path below the brand.</param>
    /// <param name="items">All items of all pages.</param>
    /// <param name="hasTotal">False where the collection does not say how many there are.</param>
    /// <param name="writeItem">Writes an item, braces included.</param>
    public static SandboxAnswer Of<T>(
        ResamaniaCall call, ResamaniaQuery query, string context, string collection, IReadOnlyList<T> items, bool hasTotal, Action<Utf8JsonWriter, T> writeItem) =>
        call.Item(200, context, json =>
        {
            hasTotal &= !call.Control.OmitTotalItems;
            json.WriteString("@id"u8, call.Brand.Iri(collection));
            json.WriteString("@type"u8, "hydra:Collection");
            json.WriteStartArray("hydra:member"u8);
            foreach (var item in items.Skip((int)Math.Min(int.MaxValue, (query.Page - 1L) * query.ItemsPerPage)).Take(query.ItemsPerPage))
                writeItem(json, item);
            json.WriteEndArray();
            if (hasTotal)
                json.WriteNumber("hydra:totalItems"u8, items.Count);
            var pages = Math.Max(1, (items.Count + query.ItemsPerPage - 1) / query.ItemsPerPage);
            if (pages > 1 || query.AsksForPage)
                WriteView(json, call.Request.Path, query, pages, hasTotal);
        });

    private static void WriteView(Utf8JsonWriter json, string path, ResamaniaQuery query, int pages, bool hasTotal)
    {
        json.WriteStartObject("hydra:view"u8);
        json.WriteString("@id"u8, Link(query.Page));
        json.WriteString("@type"u8, "hydra:PartialCollectionView");
        if (pages > 1)
            json.WriteString("hydra:first"u8, Link(1));
        // Without a count the framework does not know where the end is.
        if (pages > 1 && hasTotal)
            json.WriteString("hydra:last"u8, Link(pages));
        if (query.Page < pages)
            json.WriteString("hydra:next"u8, Link(query.Page + 1));
        json.WriteEndObject();

        string Link(int page) => $"/{path}?{string.Concat(query.Others.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}&"))}itemsPerPage={query.ItemsPerPage}&page={page}";
    }
}
