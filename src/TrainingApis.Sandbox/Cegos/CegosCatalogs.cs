using System.Text.Json;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>The catalogues. The first three are the documents' own; an end in the year 2100 means none.</summary>
internal static class CegosCatalogs
{
    private const string NoEnd = "2100-12-31T00:00:00";

    private static readonly (int Id, string Label, string CountryId, string Country, string Start, string End)[] All =
    {
        (92446, "Site Web 2025", "1", "France", "2024-09-01T00:00:00", "2025-12-31T00:00:00"),
        (27724, "Site e-learning_MOD_FR", "1", "France", "2009-01-01T00:00:00", NoEnd),
        (27863, "Site e-learning_MOD_EN", "2", "Royaume-Uni", "2009-01-01T00:00:00", NoEnd),
        (95310, "Site Web 2026", "1", "France", "2025-09-01T00:00:00", "2026-12-31T00:00:00"),
        (28010, "Site e-learning_MOD_DE", "3", "Allemagne", "2012-03-01T00:00:00", NoEnd),
        (28044, "Catálogo España ; \"abierto\"", "4", "Espagne", "2015-01-01T00:00:00", NoEnd),
        (28102, "Catalogo Italia", "5", "Italie", "2016-01-01T00:00:00", NoEnd),
        (30555, "Intra & sur-mesure (Suisse)", "12", "Suisse", "2019-06-15T00:00:00", NoEnd),
    };

    public static void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var (id, label, countryId, country, start, end) in All)
        {
            json.WriteStartObject();
            json.WriteNumber("id"u8, id);
            json.WriteString("label"u8, label);
            // A number in a string: so the vendor says.
            json.WriteString("countryId"u8, countryId);
            json.WriteString("countryLabel"u8, country);
            json.WriteString("startDate"u8, start);
            json.WriteString("endDate"u8, end);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
