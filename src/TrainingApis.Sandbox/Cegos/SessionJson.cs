using TrainingApis.Sandbox.Server;

// A member of an object; one that is null is left out.
using Member = (string Name, object? Value);

namespace TrainingApis.Sandbox.Cegos;

/// <summary>Creates sessions as the list and as the single resource show them, which differs.</summary>
internal static class SessionJson
{
    public static Member[] Create(Session session, int registrationCount, bool withParts, bool inList, SeededRandom random)
    {
        var isDocumented = session.IsDocumented;
        var name = isDocumented || !random.OneIn(4) ? session.City.Name : session.City.Name.ToUpperInvariant();
        var city = session.IsRemote ? SampleTexts.Remote : name;
        return
        [
            ("yearlySessionCode", session.Code), ("sessionNumber", session.Number),
            ("yearlyProductCode", session.Product.YearlyCodeOfSessions), ("productCode", session.Product.CodeText),
            ("price", session.Price), ("componentCount", isDocumented ? 2 : random.OneIn(10) ? null : 1 + random.Next(4)),
            ("interDiscountPrice", isDocumented ? 1200.0m : random.OneIn(3) ? session.Price * 0.9m : null),
            ("startDate", Date(session.Start, inList)), ("endDate", Date(session.Parts().Last().End, inList)),

            // Lists have 2.0 and 0.5, the single resource has whole days.
            ("durationInDays", inList ? session.Product.Days + 0.0m : Math.Ceiling(session.Product.Days)),
            ("guaranteedSession", isDocumented || random.OneIn(3)), ("isRemote", session.IsRemote),
            ("city", session.IsRemote || isDocumented || !random.OneIn(30) ? city : null), ("isFull", registrationCount >= session.Limit),
            ("isLastPlaceAvailable", registrationCount + 1 == session.Limit), ("isHighProbability", isDocumented || random.OneIn(2)),
            ("registrationCount", registrationCount), ("limitMin", session.Limit is null ? null : isDocumented ? 5 : 3 + random.Next(4)),
            ("limitMax", session.Limit),
            ("status", StatusOf(session.Status, inList, asNumber: inList && !isDocumented && random.OneIn(3))),
            ("topCpf", isDocumented || !random.OneIn(6) ? isDocumented || random.OneIn(4) : null),
            ("parts", withParts ? Parts(session, inList, random).ToArray() : null),
        ];
    }

    /// <summary>Gets the status: a label in the single resource, a name or a number in lists. The documents have no number for closed
    /// sessions.</summary>
    private static object StatusOf(SessionStatus status, bool inList, bool asNumber) =>
        !inList ? status.Label : asNumber && status.Label != "Closed" ? status.Number : status.Name;

    private static IEnumerable<Member[]> Parts(Session session, bool inList, SeededRandom random)
    {
        // The documents write a city's code in two ways, neither of which is a centre's code; a centre's code occurs too.
        var center = !session.IsDocumented && random.OneIn(3)
            ? CenterJson.CodeAt(random.Next(CenterJson.Count))
            : session.City.Code + (inList ? "-001" : string.Empty);
        var number = 0;
        foreach (var (start, end, days) in session.Parts())
        {
            yield return
            [
                ("isRemote", session.IsRemote), ("startTimeHour", start.Hour), ("startTimeMinute", start.Minute),
                ("endTimeHour", end.Hour), ("endTimeMinute", end.Minute), ("startDate", Date(start, inList)),
                ("endDate", Date(end, inList)), ("durationInDay", days), ("number", ++number),
                ("centerId", session.IsRemote ? null : center),
            ];
        }
    }

    /// <summary>Gets the same local time without an offset in lists, and with a meaningless <c>Z</c> in single resources.</summary>
    private static DateTime Date(DateTime date, bool inList) =>
        DateTime.SpecifyKind(date, inList ? DateTimeKind.Unspecified : DateTimeKind.Utc);
}
