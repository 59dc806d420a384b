using System.Text.Json;

namespace TrainingApis.Clients.Json;

/// <summary>Describes the envelope of a vendor around lists.</summary>
/// <param name="List">The member with the items. A prefix, up to a colon, can be in front of every member, or of none.</param>
/// <param name="AllowsArray">Whether an array of items without an envelope is a list.</param>
/// <param name="AllowsItem">Whether one item without an envelope is a list of one item, and null an empty list.</param>
internal sealed record EnvelopeShape(string List, bool AllowsArray = false, bool AllowsItem = false)
{
    /// <summary>Gets the name of a member without the prefix, in upper case.</summary>
    public string NameOf(string name)
    {
        var prefix = List.IndexOf(':') + 1;
        return (prefix > 0 && name.StartsWith(List[..prefix], StringComparison.Ordinal) ? name[prefix..] : name).ToUpperInvariant();
    }
}

/// <summary>
/// Represents a list in a response: the items and, for pages, the numbers. A Utf8JsonReader reads it, so that the items are read directly
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

    /// <summary>Gets the address of the next page; null for the last page.</summary>
    public string? Next { get; private set; }

    /// <param name="json">The complete body in UTF-8.</param>
    /// <param name="model">The reader of the items.</param>
    /// <param name="shape">The envelope of the vendor.</param>
    /// <param name="identity">The identity that each item must have; null for none.</param>
    /// <exception cref="ShapeException">There is no list, or an item without an identity.</exception>
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

        reader.Read(); // It throws if anything follows the end.
        envelope.Items.ForEach(item => identity?.Require(item));
        return envelope;
    }

    /// <summary>Reads one object without an envelope.</summary>
    /// <exception cref="ShapeException">The object has no identity.</exception>
    public static T ReadOne(ReadOnlySpan<byte> json, ModelJson model, Identity<T> identity)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var item = identity.Require(model.Read<T>(ref reader));
        reader.Read(); // It throws if anything follows the end.
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
                    Items.Clear(); // The last member of a name is used.
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
