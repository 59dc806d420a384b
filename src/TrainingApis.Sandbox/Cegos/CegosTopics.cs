using System.Text.Json;
using TrainingApis.Sandbox.Cegos;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>The topics of this year and the next: ranges, their themes, their subjects. Places in the arrays say nothing, <c>order</c> does.</summary>
internal static class CegosTopics
{
    public static void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var year in new[] { 2025, 2026 })
        {
            json.WriteStartObject();
            json.WriteNumber("catalogId"u8, TopicNumbers.Catalog(year));
            json.WriteNumber("year"u8, year);
            WriteRanges(json, year);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRanges(Utf8JsonWriter json, int year)
    {
        json.WriteStartArray("topics"u8);
        foreach (var range in Shuffled(TrainingRanges.All.Count))
        {
            WriteTopic(json, TopicNumbers.OfRange(year, range), TrainingRanges.All[range].Label, range + 1);
            WriteThemes(json, year, range);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteThemes(Utf8JsonWriter json, int year, int range)
    {
        var themes = TrainingRanges.All[range].Themes;
        json.WriteStartArray("subTopics"u8);
        foreach (var theme in Shuffled(themes.Count))
        {
            WriteTopic(json, TopicNumbers.OfTheme(year, range, theme), themes[theme].Label, theme + 1);
            json.WriteStartArray("subTopics"u8);
            foreach (var subject in Shuffled(themes[theme].Subjects.Count))
            {
                WriteTopic(json, TopicNumbers.OfSubject(year, range, (3 * theme) + subject), themes[theme].Subjects[subject], subject + 1);
                json.WriteNull("subTopics"u8);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTopic(Utf8JsonWriter json, int id, string label, int order)
    {
        json.WriteStartObject();
        json.WriteNumber("id"u8, id);
        json.WriteString("label"u8, label);
        json.WriteNumber("order"u8, order);
    }

    /// <summary>The first stays first, as in the documents; the others come from the last back.</summary>
    private static IEnumerable<int> Shuffled(int count) => Enumerable.Range(0, count).Select(place => (count - place) % count);
}
