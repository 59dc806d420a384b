using System.Text.Json;
using System.Text.Json.Serialization;
using TrainingApis.Conferences;

namespace TrainingApis.Clients.Json;

/// <summary>Reads a time with its zone: an object of both, or the time alone as text. An object without either is none.</summary>
internal sealed class ZonedDateTimeConverter : JsonConverter<ZonedDateTime>
{
    public override ZonedDateTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
            return FirstElement.Read(ref reader, (ref Utf8JsonReader inner) => Read(ref inner, typeToConvert, options));
        if (reader.TokenType != JsonTokenType.StartObject)
            return Scalars.Text(ref reader, null) is { Length: > 0 } text ? new ZonedDateTime(text, null) : null;
        string? time = null, zone = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name.Equals("dateTime", StringComparison.OrdinalIgnoreCase))
                time = Scalars.Text(ref reader, null);
            else if (name.Equals("timeZone", StringComparison.OrdinalIgnoreCase))
                zone = Scalars.Text(ref reader, null);
            else
                reader.Skip();
        }
        return time is null && zone is null ? null : new ZonedDateTime(time, zone);
    }

    public override void Write(Utf8JsonWriter writer, ZonedDateTime value, JsonSerializerOptions options) => throw new NotSupportedException("Models are read, never written.");
}
