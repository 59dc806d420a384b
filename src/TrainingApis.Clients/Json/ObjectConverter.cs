using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrainingApis.Clients.Json;

/// <summary>Reads an object inside another: of an array the first element counts, and what is no object is null.</summary>
internal sealed class ObjectConverter<T> : JsonConverter<T> where T : class
{
    private JsonConverter<T>? _inner;

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                // The object's own converter reads on from here; JsonSerializer.Deserialize would first look for its end.
                _inner ??= (JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter;
                return _inner.Read(ref reader, typeof(T), options);
            case JsonTokenType.StartArray:
                return FirstElement.Read(ref reader, (ref Utf8JsonReader inner) => Read(ref inner, typeToConvert, options));
            default:
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new NotSupportedException("Models are read, never written.");
}
