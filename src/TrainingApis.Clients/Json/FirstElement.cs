using System.Text.Json;

namespace TrainingApis.Clients.Json;

/// <summary>Reads the first element of an array that stands where one value is due.</summary>
internal static class FirstElement
{
    /// <summary>Reads it and goes on to the array's end; default where the array is empty.</summary>
    public static T? Read<T>(ref Utf8JsonReader reader, JsonValueReader<T> read)
    {
        var depth = reader.CurrentDepth;
        reader.Read();
        var value = reader.TokenType == JsonTokenType.EndArray ? default : read(ref reader);
        while (reader.CurrentDepth > depth || reader.TokenType != JsonTokenType.EndArray)
        {
            reader.Read();
        }

        return value;
    }
}
