using TrainingApis.Sandbox.Server;
using TrainingApis.Sandbox.Data;
using System.Globalization;
using System.Text.Json;
using TrainingApis.Sandbox.Cegos;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>The members of a product that come with <c>hydrate=true</c>.</summary>
internal sealed class HydrationJson
{
    // Days, hours and minutes of one length, by seven-hour days; the vendor's own example rounds like the third.
    private static readonly (decimal Days, decimal Hours, decimal Minutes)[] Delays =
    {
        (3m, 21m, 1260m), (0.07m, 0.5m, 30m), (0.04m, 0.3m, 15m), (0m, 0m, 0m), (0.5m, 3.5m, 210m), (1m, 7m, 420m),
    };

    private static readonly string[] ModuleCodes = { "P01", "PRAC102_FR", "EXP030_FR", "MOD1", "CV_004" };
    private readonly int _seed;
    private readonly ProductNumbers _numbers;
    private readonly NoticeJson _notice;

    public HydrationJson(int seed, ProductNumbers numbers) => (_seed, _numbers, _notice) = (seed, numbers, new NoticeJson(seed));

    public void Write(Utf8JsonWriter json, ProductFacts facts)
    {
        var dice = new SeededRandom(_seed, facts.Key.Index, "hydration");
        WriteTitles(json, facts);
        WriteFormulas(json, facts, ref dice);
        WriteTopics(json, facts, ref dice);
        _notice.Write(json, facts);
    }

    public void WriteRelatedProducts(Utf8JsonWriter json, ProductKey key)
    {
        var dice = new SeededRandom(_seed, key.Index, "related");
        json.WriteStartArray("relatedProducts"u8);
        var count = key.Index < 2 ? 1 + key.Index : dice.Next(4);
        for (var order = 1; order <= count; order++)
        {
            json.WriteStartObject();
            json.WriteString("relatedProductCode"u8, CodeText(_numbers.At(dice.Next(_numbers.Count))));
            json.WriteString("type"u8, dice.OneIn(6) ? "Before" : "After");
            json.WriteNumber("order"u8, order);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTitles(Utf8JsonWriter json, ProductFacts facts)
    {
        json.WriteStartArray("titles"u8);
        if (facts.Key.Index == 0)
            WriteTitle(json, "Main", facts.Title, 50);
        else
        {
            WriteTitle(json, Words.TitleTypes[0], $"Formation {facts.Title} - Cegos", 128);
            WriteTitle(json, Words.TitleTypes[1], facts.Title, 256);
            WriteTitle(json, Words.TitleTypes[2], $"Réussir en {TrainingRanges.All[facts.RangeIndex].Label.ToLowerInvariant()}", 256);
        }

        json.WriteEndArray();
    }

    private static void WriteTitle(Utf8JsonWriter json, string type, string text, int lengthMaximum)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        json.WriteString("text"u8, text);
        json.WriteNumber("lengthMaximum"u8, lengthMaximum);
        json.WriteEndObject();
    }

    private void WriteFormulas(Utf8JsonWriter json, ProductFacts facts, ref SeededRandom dice)
    {
        json.WriteStartArray("formula"u8);
        for (int number = 1, count = facts.Key.Index > 1 && dice.OneIn(10) ? 0 : 1 + dice.Next(2); number <= count; number++)
        {
            json.WriteStartObject();
            json.WriteNumber("id"u8, 1 + dice.Next(30000));
            json.WriteString("label"u8, number == 1 ? "Formule standard" : $"F{number}");
            json.WriteStartArray("modules"u8);
            for (int order = 1, modules = 1 + dice.Next(3); order <= modules; order++)
                WriteModule(json, order, ref dice);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteModule(Utf8JsonWriter json, int order, ref SeededRandom dice)
    {
        var isProduct = dice.OneIn(3);
        var product = _numbers.At(dice.Next(_numbers.Count));
        var delay = dice.Pick(Delays);
        json.WriteStartObject();
        json.WriteNumber("id"u8, isProduct ? product.Code : 100 + dice.Next(40000));
        json.WriteString("code"u8, isProduct ? CodeText(product) : dice.Pick(ModuleCodes));
        json.WriteNumber("order"u8, order);
        json.WriteBoolean("optional"u8, dice.OneIn(5));
        json.WriteBoolean("isProduct"u8, isProduct);
        json.WriteString("label"u8, dice.Pick(Words.ModuleLabels));
        json.WriteNumber("delayInDay"u8, delay.Days);
        json.WriteNumber("delayInHour"u8, delay.Hours);
        json.WriteNumber("delayInMinute"u8, delay.Minutes);
        json.WriteString("deliveryMode"u8, dice.Pick(Words.DeliveryModes));
        json.WriteEndObject();
    }

    private static void WriteTopics(Utf8JsonWriter json, ProductFacts facts, ref SeededRandom dice)
    {
        json.WriteStartArray("catalogTopicRelations"u8);
        for (int order = 1, count = facts.Key.Index > 1 && dice.OneIn(12) ? 0 : 1 + dice.Next(2); order <= count; order++)
        {
            var range = order == 1 ? facts.RangeIndex : dice.Next(TrainingRanges.All.Count);
            json.WriteStartObject();
            json.WriteNumber("catalogTopicId"u8, TopicNumbers.OfSubject(facts.Key.Year, range, facts.SubjectIndex));
            json.WriteString("relationType"u8, order == 1 ? "Main" : "Secondary");
            json.WriteNumber("order"u8, order);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string CodeText(ProductKey key) => key.Code.ToString(CultureInfo.InvariantCulture);
}
