using TrainingApis.Sandbox.Server;
using TrainingApis.Sandbox.Data;
using System.Text.Json;
using TrainingApis.Sandbox.Cegos;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>Writes sessions as the list and as the single resource do, which is not the same.</summary>
internal sealed class SessionJson
{
    private readonly int _seed;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<int, int> _seats;

    public SessionJson(int seed, System.Collections.Concurrent.ConcurrentDictionary<int, int> seats) => (_seed, _seats) = (seed, seats);

    public void Write(Utf8JsonWriter json, SessionFacts facts, bool parts, bool inList)
    {
        var dice = new SeededRandom(_seed, facts.Index, "session members");
        json.WriteStartObject();
        json.WriteString("yearlySessionCode"u8, facts.Code);
        json.WriteNumber("sessionNumber"u8, facts.Number);
        json.WriteString("yearlyProductCode"u8, facts.Product.Key.SessionForm);
        json.WriteString("productCode"u8, facts.Product.Key.Code.ToString());
        WriteTerms(json, facts, ref dice, inList);
        WriteSeats(json, facts, ref dice);
        WriteStatus(json, facts, ref dice, inList);
        if (parts)
            WriteParts(json, facts, inList);
        json.WriteEndObject();
    }

    private static void WriteTerms(Utf8JsonWriter json, SessionFacts facts, ref SeededRandom dice, bool inList)
    {
        var documented = facts.Index == 0;
        json.WriteNumber("price"u8, facts.Price);
        if (documented || !dice.OneIn(10))
            json.WriteNumber("componentCount"u8, documented ? 2 : 1 + dice.Next(4));
        if (documented || dice.OneIn(3))
            json.WriteNumber("interDiscountPrice"u8, documented ? 1200.0m : facts.Price * 0.9m);
        WriteDate(json, "startDate", facts.Start, inList);
        WriteDate(json, "endDate", facts.Parts().Last().End, inList);
        // The list has 2.0 and 0.5, the single resource whole days.
        json.WriteNumber("durationInDays"u8, inList ? facts.Product.Days + 0.0m : Math.Ceiling(facts.Product.Days));
        json.WriteBoolean("guaranteedSession"u8, documented || dice.OneIn(3));
        json.WriteBoolean("isRemote"u8, facts.IsRemote);
        if (facts.IsRemote)
            json.WriteString("city"u8, Cities.Remote);
        else if (documented || !dice.OneIn(30))
            json.WriteString("city"u8, dice.OneIn(4) && !documented ? facts.Town.Name.ToUpperInvariant() : facts.Town.Name);
    }

    private void WriteSeats(Utf8JsonWriter json, SessionFacts facts, ref SeededRandom dice)
    {
        var count = facts.Registered + (_seats.TryGetValue(facts.Index, out var taken) ? taken : 0);
        json.WriteBoolean("isFull"u8, count >= facts.Limit);
        json.WriteBoolean("isLastPlaceAvailable"u8, count + 1 == facts.Limit);
        json.WriteBoolean("isHighProbability"u8, facts.Index == 0 || dice.OneIn(2));
        json.WriteNumber("registrationCount"u8, count);
        if (facts.Limit is not { } limit)
            return;
        json.WriteNumber("limitMin"u8, facts.Index == 0 ? 5 : 3 + dice.Next(4));
        json.WriteNumber("limitMax"u8, limit);
    }

    private static void WriteStatus(Utf8JsonWriter json, SessionFacts facts, ref SeededRandom dice, bool inList)
    {
        if (inList && facts.Index > 0 && dice.OneIn(3))
            json.WriteNumber("status"u8, facts.Status.Number);
        else
            json.WriteString("status"u8, inList ? facts.Status.Name : facts.Status.Label);
        if (facts.Index == 0 || !dice.OneIn(6))
            json.WriteBoolean("topCpf"u8, facts.Index == 0 || dice.OneIn(4));
        if (facts.Index > 0 && dice.OneIn(40))
            json.WriteNumber("carbonFootprintKg"u8, 0.5m * dice.Next(100));
    }

    private void WriteParts(Utf8JsonWriter json, SessionFacts facts, bool inList)
    {
        var dice = new SeededRandom(_seed, facts.Index, "session parts");
        var ownCenter = facts.Index > 0 && dice.OneIn(3) ? CegosCenters.CodeAt(dice.Next(CegosCenters.Count)) : null;
        json.WriteStartArray("parts"u8);
        var number = 0;
        foreach (var (start, end, days) in facts.Parts())
        {
            number++;
            json.WriteStartObject();
            json.WriteBoolean("isRemote"u8, facts.IsRemote);
            json.WriteNumber("startTimeHour"u8, start.Hour);
            json.WriteNumber("startTimeMinute"u8, start.Minute);
            json.WriteNumber("endTimeHour"u8, end.Hour);
            json.WriteNumber("endTimeMinute"u8, end.Minute);
            WriteDate(json, "startDate", start, inList);
            WriteDate(json, "endDate", end, inList);
            json.WriteNumber("durationInDay"u8, days);
            json.WriteNumber("number"u8, number);
            if (!facts.IsRemote)
                json.WriteString("centerId"u8, ownCenter ?? (inList ? $"{facts.Town.Code}-001" : facts.Town.Code));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The same wall-clock time twice: without an offset in lists, with a <c>Z</c> that means nothing in the single resource.</summary>
    private static void WriteDate(Utf8JsonWriter json, string name, DateTime date, bool inList) =>
        json.WriteString(name, DateTime.SpecifyKind(date, inList ? DateTimeKind.Unspecified : DateTimeKind.Utc));
}
