using System.Globalization;
using TrainingApis.Sandbox.Server;

// A member of a JSON object. A member whose value is null is omitted.
using Member = (string Name, object? Value);

namespace TrainingApis.Sandbox.Cegos;

/// <summary>Provides the catalogues. The first three are the examples in the documents. An end date in 2100 means no end date.</summary>
internal static class CatalogJson
{
    private const string NoEnd = "2100-12-31T00:00:00";

    public static Member[][] Create() =>
    [
        Catalog(92446, "Site Web 2025", 1, "France", "2024-09-01T00:00:00", "2025-12-31T00:00:00"),
        Catalog(27724, "Site e-learning_MOD_FR", 1, "France", "2009-01-01T00:00:00", NoEnd),
        Catalog(27863, "Site e-learning_MOD_EN", 2, "Royaume-Uni", "2009-01-01T00:00:00", NoEnd),
        Catalog(95310, "Site Web 2026", 1, "France", "2025-09-01T00:00:00", "2026-12-31T00:00:00"),
        Catalog(28010, "Site e-learning_MOD_DE", 3, "Allemagne", "2012-03-01T00:00:00", NoEnd),
        Catalog(28044, "Catálogo España ; \"abierto\"", 4, "Espagne", "2015-01-01T00:00:00", NoEnd),
        Catalog(28102, "Catalogo Italia", 5, "Italie", "2016-01-01T00:00:00", NoEnd),
        Catalog(30555, "Intra & sur-mesure (Suisse)", 12, "Suisse", "2019-06-15T00:00:00", NoEnd),
    ];

    // countryId is a number as text, as in the documents.
    private static Member[] Catalog(int id, string label, int countryId, string country, string start, string end) =>
    [
        ("id", id), ("label", label), ("countryId", countryId.ToString(CultureInfo.InvariantCulture)), ("countryLabel", country),
        ("startDate", start), ("endDate", end),
    ];
}

/// <summary>Provides the centres. The first two are the examples in the documents.</summary>
internal static class CenterJson
{
    public const int Count = 60;

    /// <summary>Gets the code of a centre: a number, or two letters and a digit.</summary>
    public static string CodeAt(int index) => index switch
    {
        0 => "679",
        1 => "AJ4",
        _ when index % 2 == 0 => $"{600 + index}",
        _ => $"{(char)('B' + (index % 24))}{(char)('A' + (index % 26))}{index % 10}",
    };

    public static IEnumerable<Member[]> Create(int seed) =>
    [
        Center(0, "ib-Cegos Nantes", ["2 Impasse Augustin Fresnel - Imm Atalante 2"], "ST HERBLAIN", "44800", "FRANCE"),
        Center(1, "GARE SNCF TOURS", ["Place du Général Leclerc", "Porte 11"], "TOURS", "37000", "FRANCE"),
        .. Enumerable.Range(2, Count - 2).Select(index => Center(index, new SeededRandom(seed, index, "center"))),
    ];

    private static Member[] Center(int index, SeededRandom random)
    {
        var city = random.Pick(SampleTexts.Cities);
        var name = random.OneIn(12) ? null : $"{random.Pick<string>(["Cegos", "Centre d'affaires"])} {city.Name}";
        var address = SampleTexts.Streets.Skip(random.Next(SampleTexts.Streets.Count - 1)).Take(random.Next(3));
        var (postalCode, country) = (random.OneIn(10) ? null : city.PostalCode, random.OneIn(10) ? null : city.Country);
        return Center(index, name, address, city.Name.ToUpperInvariant(), postalCode, country);
    }

    private static Member[] Center(int index, string? name, IEnumerable<string> address, string city, string? postCode, string? country) =>
        [("code", CodeAt(index)), ("name", name), ("address", address), ("city", city), ("postalCode", postCode), ("country", country)];
}

/// <summary>
/// Provides the topics: ranges with their themes, and themes with their subjects. The order of the arrays has no meaning.
/// </summary>
internal static class TopicJson
{
    /// <summary>Creates the topics of each year: an array, or one object for a single year, as in the example in the documents.</summary>
    public static object Create(params int[] years)
    {
        var all = Array.ConvertAll(years, year => new Member[]
        {
            ("catalogId", year == 2025 ? 92446 : 95310),
            ("year", year),
            ("topics", Topics(SampleTexts.Ranges, (range, index) => Topic(
                FirstId(year) + 924470 + (10 * index), range.Label, index, Topics(range.Themes, (theme, place) => Topic(
                    ThemeId(year, index, place), theme.Label, place, Topics(theme.Subjects, (subject, number) => Topic(
                        SubjectId(year, index, (3 * place) + number), subject, number, JsonTree.Null))))))),
        });
        return all.Length == 1 ? all[0] : all;
    }

    /// <summary>Gets the ID of the topic of a subject. The first IDs are from the documents.</summary>
    public static int SubjectId(int year, int range, int subject) => ThemeId(year, range, subject / 3) + (10 * (1 + (subject % 3)));

    private static int ThemeId(int year, int range, int theme) => FirstId(year) + 925040 + (100 * ((2 * range) + theme));

    private static int FirstId(int year) => year % 2 == 1 ? 0 : 100000;

    private static Member[] Topic(int id, string label, int index, object subTopics) =>
        [("id", id), ("label", label), ("order", index + 1), ("subTopics", subTopics)];

    /// <summary>Creates the topics of one level. All topics after the first are in reverse order.</summary>
    private static List<Member[]> Topics<T>(IEnumerable<T> items, Func<T, int, Member[]> create)
    {
        var all = items.Select(create).ToList();
        all.Reverse(1, all.Count - 1);
        return all;
    }
}

/// <summary>Creates sessions in the two forms of the API: one for lists, one for single resources.</summary>
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

            // Lists contain values such as 2.0 and 0.5. Single resources contain whole days.
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

    /// <summary>
    /// Gets the status: a label in single resources, a name or a number in lists. The documents show no number for closed sessions.
    /// </summary>
    private static object StatusOf(SessionStatus status, bool inList, bool asNumber) =>
        !inList ? status.Label : asNumber && status.Label != "Closed" ? status.Number : status.Name;

    private static IEnumerable<Member[]> Parts(Session session, bool inList, SeededRandom random)
    {
        // The documents show the code of a city in two forms, and neither is the code of a centre. The sandbox also uses the codes of
        // centres.
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

    /// <summary>Gets the same local time: without an offset in lists, with a meaningless <c>Z</c> in single resources.</summary>
    private static DateTime Date(DateTime date, bool inList) =>
        DateTime.SpecifyKind(date, inList ? DateTimeKind.Unspecified : DateTimeKind.Utc);
}
