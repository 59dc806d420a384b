using System.Text.Json;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Resamania;

/// <summary>One <c>hydra:Collection</c>, or one page of it. Read by hand, so that the items go straight from the bytes into the
/// models.</summary>
internal sealed class HydraPage<T> where T : class
{
    private const string Member = "\"hydra:member\"";

    private HydraPage(List<T> items) => Items = items;

    public List<T> Items { get; }

    public long? TotalItems { get; private set; }

    /// <summary>The next page's IRI; null on the last one.</summary>
    public string? Next { get; private set; }

    /// <param name="json">The whole body, UTF-8.</param>
    /// <param name="model">Knows the model.</param>
    /// <param name="missing">Says which identity an item lacks; null where it has all.</param>
    public static HydraPage<T> Read(ReadOnlySpan<byte> json, ModelJson model, Func<T, string?> missing)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var items = new List<T>();
        var page = new HydraPage<T>(items);
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            model.ReadItems(ref reader, items, Member); // what plain JSON has instead of a collection
        }
        else if (!page.ReadCollection(ref reader, model))
        {
            throw ShapeException.Missing("hydra:member");
        }

        reader.Read(); // anything after the end throws
        foreach (var item in items)
        {
            if (missing(item) is { } member)
            {
                throw ShapeException.Missing(member);
            }
        }
        return page;
    }

    private bool ReadCollection(ref Utf8JsonReader reader, ModelJson model)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        var hasItems = false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = NameOf(ref reader);
            reader.Read();
            switch (name)
            {
                case "member" when reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject:
                    Items.Clear();
                    hasItems = true;
                    model.ReadItems(ref reader, Items, Member);
                    break;
                case "totalItems":
                    TotalItems = JsonScalars.Int64(ref reader) is >= 0 and var total ? total : null;
                    break;
                case "view" when reader.TokenType == JsonTokenType.StartObject:
                    ReadView(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
        return hasItems;
    }

    private void ReadView(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var isNext = NameOf(ref reader) == "next";
            reader.Read();
            if (isNext)
            {
                Next = JsonScalars.Text(ref reader, null);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    /// <summary>The member's name without the prefix, which newer versions leave out.</summary>
    private static string NameOf(ref Utf8JsonReader reader)
    {
        const string prefix = "hydra:";
        var name = reader.GetString()!;
        return name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : name;
    }
}
