using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrainingApis.Clients.Json;

/// <summary>Lets the serializer read a single value through <see cref="Scalars"/>.</summary>
internal sealed class ScalarConverter<T> : JsonConverter<T>
{
    private readonly FirstElement.Reading<T> _read;

    public ScalarConverter(FirstElement.Reading<T> read) => _read = read;

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => _read(ref reader);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new NotSupportedException("Models are read, never written.");
}
