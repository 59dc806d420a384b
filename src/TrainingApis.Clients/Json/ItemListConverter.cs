using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrainingApis.Clients.Json;

/// <summary>Reads a list: one value where a list is due is a list of one, null is empty, and what is no item is left out.</summary>
internal sealed class ItemListConverter<T> : JsonConverter<ItemList<T>> where T : class
{
    private readonly JsonConverter<T> _item;

    public ItemListConverter(JsonConverter<T> item) => _item = item;

    public override bool HandleNull => true;

    public override ItemList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return ReadItem(ref reader, options) is { } only ? new ItemList<T>([only]) : ItemList<T>.Empty;
        List<T>? items = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (ReadItem(ref reader, options) is { } item)
                (items ??= []).Add(item);
        }
        return items is null ? ItemList<T>.Empty : new ItemList<T>(items);
    }

    public override void Write(Utf8JsonWriter writer, ItemList<T> value, JsonSerializerOptions options) => throw new NotSupportedException("Models are read, never written.");

    private T? ReadItem(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? null : _item.Read(ref reader, typeof(T), options);
}
