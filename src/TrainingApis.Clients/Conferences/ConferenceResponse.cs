using System.Text.Json;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Conferences;

/// <summary>Reads what the conferences answer: one thing, or a list in <c>items</c> or as it is.</summary>
internal static class ConferenceResponse<T> where T : class
{
    /// <param name="answer">The answer.</param>
    /// <param name="json">Its body.</param>
    /// <param name="api">Knows the models and the secrets.</param>
    /// <param name="identity">The id, empty where it is missing.</param>
    public static T ReadOne(ApiResponse answer, ReadOnlySpan<byte> json, ConferenceApi api, Func<T, string> identity)
    {
        ConferenceErrors.Check(answer, json, api.Secrets);
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var item = Identified(api.Model.Read<T>(ref reader), identity);
        reader.Read(); // anything after the end throws
        return item;
    }

    public static IReadOnlyList<T> ReadList(ApiResponse answer, ReadOnlySpan<byte> json, ConferenceApi api, Func<T, string> identity)
    {
        ConferenceErrors.Check(answer, json, api.Secrets);
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            return ReadItems(ref reader, api, identity);
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw ShapeException.Missing("items");
        }

        IReadOnlyList<T>? items = null; // of equal names the last one counts
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isItems = "items".Equals(reader.GetString(), StringComparison.OrdinalIgnoreCase);
            reader.Read();
            if (isItems && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject or JsonTokenType.Null)
            {
                items = ReadItems(ref reader, api, identity);
            }
            else
            {
                reader.Skip();
            }
        }
        if (items is not null)
        {
            return items;
        }
        // No envelope: the one thing itself, perhaps.
        reader = new Utf8JsonReader(json);
        reader.Read();
        var only = api.Model.Read<T>(ref reader);
        return only is not null && !string.IsNullOrWhiteSpace(identity(only)) ? [only] : throw ShapeException.Missing("items");
    }

    private static IReadOnlyList<T> ReadItems(ref Utf8JsonReader reader, ConferenceApi api, Func<T, string> identity)
    {
        var items = new List<T>();
        api.Model.ReadItems(ref reader, items, "the list");
        foreach (var item in items)
        {
            Identified(item, identity);
        }

        return items;
    }

    private static T Identified(T? item, Func<T, string> identity) =>
        item is not null && !string.IsNullOrWhiteSpace(identity(item)) ? item : throw ShapeException.Missing("id");
}
