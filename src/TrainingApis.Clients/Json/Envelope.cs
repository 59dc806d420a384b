using System.Text.Json;

namespace TrainingApis.Clients.Json;

/// <summary>
/// What Cegos wraps its answers in: <c>data</c>, one object or an array, and on pages the numbers. Read by hand, so that the items
/// go straight from the bytes into the models.
/// </summary>
internal sealed class Envelope<T> where T : class
{
    private Envelope(List<T> items) => Items = items;

    public List<T> Items { get; }

    public int? PageNumber { get; private set; }

    public int? PageSize { get; private set; }

    public int? TotalPages { get; private set; }

    public long? TotalItems { get; private set; }

    /// <param name="json">The whole body, UTF-8.</param>
    /// <param name="model">Knows the model.</param>
    /// <param name="missing">Says which identity an item lacks; null where it has all.</param>
    public static Envelope<T> Read(ReadOnlySpan<byte> json, ModelJson model, Func<T, string?> missing)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw ShapeException.Missing("data");
        }

        var items = new List<T>();
        var envelope = new Envelope<T>(items);
        var hasData = false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name?.ToUpperInvariant())
            {
                case "DATA":
                    items.Clear();
                    hasData = reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject;
                    model.ReadItems(ref reader, items, "\"data\"");
                    break;
                case "PAGENUMBER":
                    envelope.PageNumber = JsonScalars.Int32(ref reader);
                    break;
                case "PAGESIZE":
                    envelope.PageSize = JsonScalars.Int32(ref reader);
                    break;
                case "TOTALPAGES":
                    envelope.TotalPages = JsonScalars.Int32(ref reader);
                    break;
                case "TOTALITEMS":
                    envelope.TotalItems = JsonScalars.Int64(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
        reader.Read(); // anything after the end throws
        if (!hasData)
        {
            throw ShapeException.Missing("data");
        }

        foreach (var item in items)
        {
            if (missing(item) is { } member)
            {
                throw ShapeException.Missing(member);
            }
        }
        return envelope;
    }
}
