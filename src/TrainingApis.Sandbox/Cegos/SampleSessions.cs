using System.Globalization;
using System.Text.RegularExpressions;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>Represents a sample session: what more than one of its JSON members, or registrations, depend on.</summary>
internal sealed class Session
{
    // Their odds, and the name and number of lists and the label of single sessions. Two are in no list of values: clients must tolerate them.
    private static readonly (int Odds, string Name, int Number, string Label)[] Statuses =
    [
        (10, "Open", 0, "Open"), (2, "Valid", 100, "Valid"), (1, "Invited", 200, "Invited"), (1, "Cancel", 900, "Cancelled"),
        (1, "Closed", 800, "Closed"), (1, "Reported", 500, "Reported"),
    ];

    public Session(int seed, int index, Product product, int number)
    {
        (Index, Product, Number) = (index, product, number);
        var random = new SeededRandom(seed, index, "session");
        IsRemote = product.DeliveryMode == "A distance" || (product.DeliveryMode == "Mixte" && random.OneIn(2));
        City = product.Cities.Length > 0 ? product.Cities[number % product.Cities.Length] : random.Pick(SampleTexts.Cities);
        Start = FirstWorkday(new DateTime(product.Year, 1, 2, 9, 0, 0).AddDays(random.Next(355)));
        Price = product.Price + (random.OneIn(5) ? 90m : 0m);
        var status = random.Next(Statuses.Sum(one => one.Odds));
        (_, StatusName, StatusNumber, StatusLabel) = Statuses.First(one => (status -= one.Odds) < 0);
        Limit = random.OneIn(20) ? null : 8 + random.Next(9);
        Registered = random.Next(Limit + 1 ?? 40);
        var hasCityInCode = !random.OneIn(4);

        // The session of the documents.
        if (index == 0)
        {
            (City, Start, Price, Limit, Registered, hasCityInCode) = (SampleTexts.Cities[0], new DateTime(2025, 3, 15, 9, 0, 0), 1350.0m, 12, 8, true);
            (_, StatusName, StatusNumber, StatusLabel) = Statuses[0];
        }

        Code = $"{product.YearlyCodeOfSessions}{(hasCityInCode ? "-" + (IsRemote ? "DIS" : City.Code) : string.Empty)}-{number:D3}";
    }

    public int Index { get; }

    public Product Product { get; }

    public int Number { get; }

    /// <summary>Gets the code, which has four groups, or three without the city: the documents show both.</summary>
    public string Code { get; }

    public bool IsRemote { get; }

    public City City { get; }

    public DateTime Start { get; }

    public decimal Price { get; }

    public string StatusName { get; }

    public int StatusNumber { get; }

    public string StatusLabel { get; }

    public bool IsCancelled => StatusName == "Cancel";

    /// <summary>Gets the number of seats; null when it is not limited.</summary>
    public int? Limit { get; }

    /// <summary>Gets how many had registered before this sandbox was created.</summary>
    public int Registered { get; }

    /// <summary>Gets whether it is the session of the documents, which has every optional member.</summary>
    public bool IsDocumented => Index == 0;

    /// <summary>Gets one part for each day: workdays, the last one perhaps only a morning.</summary>
    public IEnumerable<(DateTime Start, DateTime End, decimal Days)> Parts()
    {
        var day = Start;
        for (var left = Product.Days; left > 0; left--)
        {
            yield return left < 1 ? (day, day.AddHours(3.5), 0.5m) : (day, day.AddHours(IsDocumented ? 8 : 8.5), 1.0m);
            day = IsDocumented ? day.AddDays(1) : FirstWorkday(day.AddDays(1));
        }
    }

    private static DateTime FirstWorkday(DateTime day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}

/// <summary>
/// Provides sessions by index and by code. Nothing is stored. Every fifth product has no session; the sessions of one product
/// lie far apart in the list.
/// </summary>
internal sealed class SampleSessions
{
    private static readonly Regex CodeParts = new("^([0-9]{4})([0-9]{5})[A-Z]*([0-9]{1,7})$", RegexOptions.CultureInvariant);

    private readonly int _seed;
    private readonly SampleProducts _products;
    private readonly int _productsWithSessions;

    public SampleSessions(int seed, SampleProducts products, int count)
    {
        (_seed, _products) = (seed, products);
        _productsWithSessions = products.Count - (products.Count / 5);
        Count = _productsWithSessions == 0 ? 0 : Math.Max(0, count);
    }

    public int Count { get; }

    /// <summary>Gets the session at an index.</summary>
    public Session this[int index]
    {
        get
        {
            var place = index % _productsWithSessions;
            return new Session(_seed, index, _products[(place / 4 * 5) + (place % 4)], 1 + (index / _productsWithSessions));
        }
    }

    /// <summary>Gets the session of a code, whatever stands between its groups; null when the catalogue has none.</summary>
    public Session? Find(string code)
    {
        var text = Normalize(code);
        var match = CodeParts.Match(text);
        if (!match.Success || _products.Find(Number(1), Number(2)) is not { } product || product.Index % 5 == 4)
        {
            return null;
        }

        var index = ((Number(3) - 1L) * _productsWithSessions) + (product.Index / 5 * 4) + (product.Index % 5);
        return index >= 0 && index < Count && this[(int)index] is var session && Normalize(session.Code) == text ? session : null;

        int Number(int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    private static string Normalize(string code) => Regex.Replace(code, "[^A-Za-z0-9]", string.Empty).ToUpperInvariant();
}
