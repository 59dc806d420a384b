using TrainingApis.Sandbox.Server;
using TrainingApis.Sandbox.Data;
using System.Globalization;
using System.Text.Json;
using TrainingApis.Sandbox.Cegos;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>Writes products as the list and as the single resource do, which is not the same.</summary>
internal sealed class ProductJson
{
    private readonly int _seed;
    private readonly ProductNumbers _numbers;
    private readonly HydrationJson _hydration;

    public ProductJson(int seed, ProductNumbers numbers)
    {
        (_seed, _numbers) = (seed, numbers);
        _hydration = new HydrationJson(seed, numbers);
    }

    public void Write(Utf8JsonWriter json, ProductKey key, bool hydrate, bool inList)
    {
        var facts = new ProductFacts(_seed, key);
        var dice = new SeededRandom(_seed, key.Index, "members");
        json.WriteStartObject();
        WriteIdentity(json, facts, ref dice);
        WritePlaces(json, facts, ref dice);
        WriteFlags(json, facts, ref dice, inList);
        if (inList)
            WriteListOnly(json, facts, ref dice);
        // The list shows related products always, the single product only when hydrated.
        if (inList || hydrate)
            _hydration.WriteRelatedProducts(json, key);
        if (hydrate)
            _hydration.Write(json, facts);
        json.WriteEndObject();
    }

    private static void WriteIdentity(Utf8JsonWriter json, ProductFacts facts, ref SeededRandom dice)
    {
        var documented = facts.Key.Code == 61072;
        json.WriteString("productCode"u8, facts.Key.Code.ToString(CultureInfo.InvariantCulture));
        json.WriteString("yearlyProductCode"u8, facts.Key.YearlyCode);
        json.WriteNumber("offerYear"u8, facts.Key.Year);
        json.WriteString("title"u8, facts.Title);
        json.WriteString("evolutionType"u8, documented ? "Evolution" : facts.Key.Code == 38 ? "Reconduit" : dice.Pick(Words.EvolutionTypes));
        var cpf = documented || (facts.Key.Code != 38 && dice.OneIn(4));
        json.WriteBoolean("cpf"u8, cpf);
        if (documented || dice.OneIn(8))
            json.WriteString("rsCode"u8, documented ? "RS001" : $"RS{dice.Next(9999):D4}");
        if (documented || dice.OneIn(8))
            json.WriteString("rncpCode"u8, documented ? "RNCP12345" : $"RNCP{10000 + dice.Next(30000)}");
        if (cpf)
            json.WriteString("cpfCode"u8, documented ? "CPF789" : $"CPF{dice.Next(99999)}");
        json.WriteString("trainingMethod"u8, documented ? "Présentiel" : dice.Pick(Words.TrainingMethods));
        json.WriteNumber("familyOfferId"u8, documented ? 10 : 1 + dice.Next(20));
        if (documented || !dice.OneIn(10))
            json.WriteString("moduleDuration"u8, facts.Days switch { 0.5m => "3h30", 1m => "1 jour", _ => $"{facts.Days:0} jours" });
    }

    private static void WritePlaces(Utf8JsonWriter json, ProductFacts facts, ref SeededRandom dice)
    {
        json.WriteStartArray("languages"u8);
        if (!dice.OneIn(15))
            json.WriteStringValue(Words.Languages[0]);
        if (dice.OneIn(8))
            json.WriteStringValue(dice.Pick(Words.Languages));
        json.WriteEndArray();

        json.WriteStartArray("cities"u8);
        if (facts.DeliveryMode != "Présentiel")
            json.WriteStringValue(Cities.Remote);
        // Both ways of writing a town occur.
        var capitals = facts.Key.Code == 38 || dice.OneIn(3);
        foreach (var town in facts.Towns)
            json.WriteStringValue(capitals ? Cities.All[town].Name.ToUpperInvariant() : Cities.All[town].Name);
        json.WriteEndArray();

        json.WriteStartArray("availableCpfCities"u8);
        if (facts.Towns.Length > 0 && facts.Key.Code != 38 && (facts.Key.Code == 61072 || dice.OneIn(3)))
            json.WriteStringValue(Cities.All[facts.Towns[0]].Name);
        json.WriteEndArray();
    }

    private static void WriteFlags(Utf8JsonWriter json, ProductFacts facts, ref SeededRandom dice, bool inList)
    {
        var documented = facts.Key.Index < 2;
        var level = documented ? facts.Key.Index : dice.Next(Words.Levels.Count);
        if (documented || !dice.OneIn(20))
            WriteElement(json, "level", documented ? 1 : level + 1, Words.Levels[level]);
        json.WriteNumber("professionalChallengesId"u8, documented ? 5 - (2 * facts.Key.Index) : 1 + dice.Next(12));
        json.WriteBoolean("bestSeller"u8, facts.Key.Index == 0 || (!documented && dice.OneIn(6)));
        // The list's text says 0 or 1, its example says false.
        var real = facts.Key.Index == 1 || (!documented && dice.OneIn(5));
        if (inList && !documented && dice.OneIn(3))
            json.WriteNumber("picto4Real"u8, real ? 1 : 0);
        else
            json.WriteBoolean("picto4Real"u8, real);
        json.WriteStartArray("partners"u8);
        for (var left = documented ? 1 : dice.Next(3); left > 0; left--)
            json.WriteStringValue(documented ? Words.Partners[facts.Key.Index ^ 1] : dice.Pick(Words.Partners));
        json.WriteEndArray();
        if (documented || !dice.OneIn(20))
            WriteElement(json, "range", TrainingRanges.All[facts.RangeIndex].Id, TrainingRanges.All[facts.RangeIndex].Label);
        json.WriteNumber("price"u8, facts.Price);
        if (documented || !dice.OneIn(6))
            json.WriteNumber("iPackPrice"u8, facts.Key.Index switch { 0 => 1200.0m, 1 => 5850m, _ => facts.Price * 2.6m });
        if (!dice.OneIn(12))
            json.WriteString("noticeUrl"u8, $"https://www.cegos.fr/{facts.Key.Code}");
        if (!dice.OneIn(12))
            json.WriteString("noticeUrlPdf"u8, $"https://static.cegos.fr/pdf/{facts.Key.Year}_{facts.Key.Code:D4}.pdf");
        json.WriteBoolean("certificationInclude"u8, facts.Key.Index == 0 || (!documented && dice.OneIn(4)));
        json.WriteBoolean("internationalProduct"u8, !documented && dice.OneIn(15));
        json.WriteString("deliveryMode"u8, facts.DeliveryMode);
        WriteDuration(json, facts, ref dice);
        if (!documented && dice.OneIn(20))
            WriteLaterMember(json, ref dice);
    }

    private static void WriteDuration(Utf8JsonWriter json, ProductFacts facts, ref SeededRandom dice)
    {
        json.WriteStartObject("commercialDuration"u8);
        json.WriteString("days"u8, Math.Floor(facts.Days).ToString("0", CultureInfo.InvariantCulture));
        json.WriteString("hours"u8, Math.Floor(facts.Days * 7m).ToString("0", CultureInfo.InvariantCulture));
        json.WriteString("minutes"u8, facts.Days == 0.5m ? "30" : "0");
        json.WriteBoolean("forcedValues"u8, facts.Key.Index > 1 && dice.OneIn(10));
        json.WriteBoolean("remoteActivityIncluded"u8, facts.Key.Index < 2 || dice.OneIn(2));
        json.WriteEndObject();
    }

    /// <summary>A member that no document knows: vendors add some.</summary>
    private static void WriteLaterMember(Utf8JsonWriter json, ref SeededRandom dice)
    {
        json.WriteStartObject("labelEco"u8);
        json.WriteString("grade"u8, "ABC".AsSpan(dice.Next(3), 1));
        json.WriteNumber("points"u8, dice.Next(100));
        json.WriteStartArray("criteria"u8);
        json.WriteStringValue("Déplacements en train");
        json.WriteStringValue("Zéro papier");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteListOnly(Utf8JsonWriter json, ProductFacts facts, ref SeededRandom dice)
    {
        var subject = TrainingRanges.All[facts.RangeIndex].Subjects[facts.SubjectIndex];
        if (facts.Key.Index == 0 || dice.OneIn(4))
        {
            json.WriteString("certification"u8, $"Certification {subject}");
            json.WriteString("certifier"u8, "Cegos");
        }

        if (facts.Key.Index == 0 || dice.OneIn(4))
        {
            json.WriteString("jobSheetTitle"u8, $"Fiche métier {subject}");
            json.WriteString("jobSheetUrl"u8, facts.Key.Index == 0 ? "https://fiche-metier.cegos.fr/manager" : $"https://fiche-metier.cegos.fr/{facts.RangeIndex}-{facts.SubjectIndex}");
        }

        json.WriteString("modalityTitle"u8, facts.DeliveryMode == "Présentiel" ? "Formation présentielle" : "Formation à distance");
        if (facts.Key.Index == 0 || dice.OneIn(3))
            json.WriteString("marketingTitle"u8, $"Formation {subject} Premium");
    }

    private static void WriteElement(Utf8JsonWriter json, string name, int id, string label)
    {
        json.WriteStartObject(name);
        json.WriteNumber("id"u8, id);
        json.WriteString("label"u8, label);
        json.WriteEndObject();
    }
}
