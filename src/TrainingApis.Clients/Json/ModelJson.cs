using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TrainingApis.Clients.Json;

/// <summary>
/// Reads the public models straight from JSON. The models know nothing of JSON, so what the serializer must know of them is said
/// here, once for all APIs. One for each connection, with a string pool of its own.
/// </summary>
internal sealed class ModelJson
{
    private const string RawSuffix = "Raw";
    private readonly IReadOnlyDictionary<Type, JsonConverter> _nested;
    private readonly IReadOnlyDictionary<string, string>? _wireNames;

    /// <param name="generated">The API's source-generated context.</param>
    /// <param name="nested">Makes the converters for objects and lists that occur inside the API's models, from the one for text.</param>
    /// <param name="wireNames">Names on the wire that are not the members' own: <c>companyName</c> to <c>raisonSociale</c>.</param>
    public ModelJson(
        IJsonTypeInfoResolver generated,
        Func<JsonConverter<string>, IReadOnlyDictionary<Type, JsonConverter>> nested,
        IReadOnlyDictionary<string, string>? wireNames = null)
    {
        _wireNames = wireNames;
        var pool = new StringPool();
        var text = new ScalarConverter<string>((ref Utf8JsonReader reader) => Scalars.Text(ref reader, pool)!);
        _nested = nested(text);
        Options = new JsonSerializerOptions
        {
            TypeInfoResolver = generated.WithAddedModifier(Describe),
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            PropertyNameCaseInsensitive = true,
            Converters =
            {
                text,
                new ScalarConverter<int>((ref Utf8JsonReader reader) => Scalars.Int32(ref reader) ?? 0),
                new ScalarConverter<int?>(Scalars.Int32),
                new ScalarConverter<long?>(Scalars.Int64),
                new ScalarConverter<decimal?>(Scalars.Decimal),
                new ScalarConverter<bool?>(Scalars.Boolean),
                new ScalarConverter<DateTime?>(Scalars.Date),
                new ScalarConverter<object>(Scalars.RawText),
            },
        };
        Options.MakeReadOnly();
    }

    public JsonSerializerOptions Options { get; }

    /// <summary>What reads one model, standing on its first token.</summary>
    public JsonConverter<T> Converter<T>() => (JsonConverter<T>)Options.GetTypeInfo(typeof(T)).Converter;

    private void Describe(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            if (property.PropertyType == typeof(AdditionalProperties))
                property.IsExtensionData = true;
            else if (property.Set is null)
                type.Properties.RemoveAt(i); // computed from others; its name may be the wire name of one of them
            else if (property.Name.EndsWith(RawSuffix, StringComparison.Ordinal))
                property.Name = property.Name[..^RawSuffix.Length];
            else if (_wireNames?.GetValueOrDefault(property.Name) is { } wireName)
                property.Name = wireName;
            if (_nested.TryGetValue(property.PropertyType, out var converter))
                property.CustomConverter = converter;
        }
    }
}
