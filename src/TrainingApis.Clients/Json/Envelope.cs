using System.Text.Json;

namespace TrainingApis.Clients.Json;

/// <summary>Describes what a vendor wraps lists in.</summary>
/// <param name="List">The member with the items. A prefix of it, up to a colon, may stand before every member or before none.</param>
/// <param name="AllowsArray">Whether an array of items without an envelope is a list too.</param>
/// <param name="AllowsItem">Whether one item without an envelope is a list of one, and null an empty list.</param>
internal sealed record EnvelopeShape(string List, bool AllowsArray = false, bool AllowsItem = false)
{
    /// <summary>Gets a member's name without the prefix, in upper case.</summary>
    public string NameOf(string name)
    {
        var prefix = List.IndexOf(':') + 1;
        return (prefix > 0 && name.StartsWith(List[..prefix], StringComparison.Ordinal) ? name[prefix..] : name).ToUpperInvariant();
    }
}

/// <summary>
/// Represents a list in a response: the items, and on pages the numbers. It is read by hand, so that the items go straight from the bytes
/// into the models.
/// </summary>
internal sealed class Envelope<T>
    where T : class
{
    private Envelope(List<T> items) => Items = items;

    public List<T> Items { get; }

    public int? PageNumber { get; private set; }

    public int? PageSize { get; private set; }

    public int? TotalPages { get; private set; }

    public long? TotalItems { get; private set; }

    /// <summary>Gets the address of the next page; null on the last one.</summary>
    public string? Next { get; private set; }

    /// <param name="json">The whole body, UTF-8.</param>
    /// <param name="model">Reads the items.</param>
    /// <param name="shape">The vendor's envelope.</param>
    /// <param name="identity">What each item must have; null for nothing.</param>
    /// <exception cref="ShapeException">There is no list, or an item without its identity.</exception>
    public static Envelope<T> Read(ReadOnlySpan<byte> json, ModelJson model, EnvelopeShape shape, Identity<T>? identity)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var envelope = new Envelope<T>([]);
        if (reader.TokenType == JsonTokenType.StartArray && shape.AllowsArray)
        {
            model.ReadItems(ref reader, envelope.Items);
        }
        else if (reader.TokenType != JsonTokenType.StartObject || !envelope.ReadMembers(ref reader, model, shape))
        {
            envelope.Items.Add(shape.AllowsItem && ReadItem(json, model, identity) is { } item ? item
                : throw ShapeException.Missing(shape.List));
        }

        reader.Read(); // anything after the end throws
        envelope.Items.ForEach(item => identity?.Require(item));
        return envelope;
    }

    /// <summary>Reads one object that has no envelope.</summary>
    /// <exception cref="ShapeException">It has no identity.</exception>
    public static T ReadOne(ReadOnlySpan<byte> json, ModelJson model, Identity<T> identity)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var item = identity.Require(model.Read<T>(ref reader));
        reader.Read(); // anything after the end throws
        return item;
    }

    private static T? ReadItem(ReadOnlySpan<byte> json, ModelJson model, Identity<T>? identity)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return model.Read<T>(ref reader) is { } item && !string.IsNullOrWhiteSpace(identity?.Get(item)) ? item : null;
    }

    private bool ReadMembers(ref Utf8JsonReader reader, ModelJson model, EnvelopeShape shape)
    {
        var list = shape.NameOf(shape.List);
        var hasItems = false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = shape.NameOf(JsonScalars.GetString(ref reader));
            reader.Read();
            switch (name)
            {
                case var items when items == list:
                    Items.Clear(); // of equal names the last one counts
                    hasItems = reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject
                        || (reader.TokenType == JsonTokenType.Null && shape.AllowsItem);
                    model.ReadItems(ref reader, Items);
                    break;
                case "PAGENUMBER":
                    PageNumber = JsonScalars.Int32(ref reader);
                    break;
                case "PAGESIZE":
                    PageSize = JsonScalars.Int32(ref reader);
                    break;
                case "TOTALPAGES":
                    TotalPages = JsonScalars.Int32(ref reader);
                    break;
                case "TOTALITEMS":
                    TotalItems = JsonScalars.Int64(ref reader);
                    break;
                case "VIEW" when reader.TokenType == JsonTokenType.StartObject:
                    ReadView(ref reader, shape);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return hasItems;
    }

    private void ReadView(ref Utf8JsonReader reader, EnvelopeShape shape)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var isNext = shape.NameOf(JsonScalars.GetString(ref reader)) == "NEXT";
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
}
