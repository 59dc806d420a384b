using TrainingApis.Sandbox.Server;
using TrainingApis.Sandbox.Data;
using System.Text.Json;
using TrainingApis.Sandbox.Cegos;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>The centres. The first two are the documents' own; members without a value are left out.</summary>
internal static class CegosCenters
{
    public const int Count = 60;

    /// <summary>A number or letters with a digit, as the vendor's are: <c>679</c>, <c>AJ4</c>.</summary>
    public static string CodeAt(int index) => index switch
    {
        0 => "679",
        1 => "AJ4",
        _ when index % 2 == 0 => (100 + (13 * index)).ToString(),
        _ => $"{(char)('B' + (index % 24))}{(char)('A' + (index % 26))}{index % 10}",
    };

    public static void Write(Utf8JsonWriter json, int seed)
    {
        json.WriteStartArray();
        WriteOne(json, CodeAt(0), "ib-Cegos Nantes", new[] { Words.Streets[2] }, "ST HERBLAIN", "44800", "FRANCE");
        WriteOne(json, CodeAt(1), "GARE SNCF TOURS", new[] { Words.Streets[3], "Porte 11" }, "TOURS", "37000", "FRANCE");
        for (var index = 2; index < Count; index++)
        {
            var dice = new SeededRandom(seed, index, "center");
            var city = Cities.All[index % Cities.All.Count];
            var name = dice.OneIn(12) ? null : $"{(dice.OneIn(2) ? "Cegos" : "Centre d'affaires")} {city.Name}";
            var address = Enumerable.Range(0, dice.Next(3)).Select(line => Words.Streets[(index + line) % Words.Streets.Count]).ToArray();
            WriteOne(json, CodeAt(index), name, address, city.Name.ToUpperInvariant(), dice.OneIn(10) ? null : city.PostalCode, dice.OneIn(10) ? null : city.Country);
        }

        json.WriteEndArray();
    }

    private static void WriteOne(Utf8JsonWriter json, string code, string? name, string[] address, string city, string? postalCode, string? country)
    {
        json.WriteStartObject();
        json.WriteString("code"u8, code);
        if (name != null)
            json.WriteString("name"u8, name);
        json.WriteStartArray("address"u8);
        foreach (var line in address)
            json.WriteStringValue(line);
        json.WriteEndArray();
        json.WriteString("city"u8, city);
        if (postalCode != null)
            json.WriteString("postalCode"u8, postalCode);
        if (country != null)
            json.WriteString("country"u8, country);
        json.WriteEndObject();
    }
}
