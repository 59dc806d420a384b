using System.Text.Json;

namespace TrainingApis.Clients.Json;

/// <summary>Reads a list: one value where a list is due is a list of one, null is empty, and what is no item is left out.</summary>
internal sealed class ListReader<T>(JsonValueReader<object?> item) where T : class
{
    private readonly JsonValueReader<object?> _item = item;

    public object Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return ReadItem(ref reader) is { } only ? new ItemList<T>([only]) : ItemList<T>.Empty;
        }

        List<T>? items = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (ReadItem(ref reader) is { } item)
            {
                (items ??= []).Add(item);
            }
        }
        return items is null ? ItemList<T>.Empty : new ItemList<T>(items);
    }

    private T? ReadItem(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : (T?)_item(ref reader);
}
