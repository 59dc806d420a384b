using System.Text.Json;
using TrainingApis.Conferences;

namespace TrainingApis.Clients.Json;

/// <summary>Reads a time with its zone: an object of both, or the time alone as text. An object without either is none.</summary>
internal static class ZonedDateTimes
{
    public static ZonedDateTime? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            return FirstElement.Read(ref reader, Read);
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return JsonScalars.Text(ref reader, null) is { Length: > 0 } text ? new ZonedDateTime(text, null) : null;
        }

        string? time = null, zone = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name.Equals("dateTime", StringComparison.OrdinalIgnoreCase))
            {
                time = JsonScalars.Text(ref reader, null);
            }
            else if (name.Equals("timeZone", StringComparison.OrdinalIgnoreCase))
            {
                zone = JsonScalars.Text(ref reader, null);
            }
            else
            {
                reader.Skip();
            }
        }
        return time is null && zone is null ? null : new ZonedDateTime(time, zone);
    }
}
