using System.Text.RegularExpressions;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>Represents a session status: the name and the number in lists, and the label in single resources.</summary>
internal sealed record SessionStatus(string Name, int Number, string Label);

/// <summary>
/// Represents a sample session: the values on which several of its JSON members, or registrations, depend. <c>Limit</c> is null if seats
/// are not limited. <c>Registered</c> is the number of registrations before this sandbox was created.
/// </summary>
internal sealed record Session(
    int Index,
    Product Product,
    int Number,
    bool IsRemote,
    City City,
    DateTime Start,
    decimal Price,
    SessionStatus Status,
    int? Limit,
    int Registered)
{
    /// <summary>Gets the code. It has four groups, or three without the city. The documents show both forms.</summary>
    public string Code => Index % 4 == 1
        ? $"{Product.YearlyCodeOfSessions}-{Number:D3}"
        : $"{Product.YearlyCodeOfSessions}-{(IsRemote ? "DIS" : City.Code)}-{Number:D3}";

    /// <summary>Gets whether the session is cancelled or closed, so that registrations are refused.</summary>
    public bool IsClosed => Status.Number is 800 or 900;

    /// <summary>Gets whether the session is the one from the documents, which has every optional member.</summary>
    public bool IsDocumented => Index == 0;

    /// <summary>Gets one part for each working day. The last part can be only a morning.</summary>
    public IEnumerable<(DateTime Start, DateTime End, decimal Days)> Parts()
    {
        var day = Start;
        for (var left = Product.Days; left > 0; left--)
        {
            yield return left < 1 ? (day, day.AddHours(3.5), 0.5m) : (day, day.AddHours(IsDocumented ? 8 : 8.5), 1.0m);
            day = IsDocumented ? day.AddDays(1) : FirstWorkday(day.AddDays(1));
        }
    }

    /// <summary>Gets the day, or the following Monday for a Saturday or Sunday.</summary>
    public static DateTime FirstWorkday(DateTime day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}

/// <summary>
/// Provides sessions by index and by code. Every fifth product has no session. The sessions of one product are far apart in the list.
/// </summary>
internal sealed class SampleSessions
{
    private static readonly SessionStatus Open = new("Open", 0, "Open");

    // The number of entries of a status determines its probability. The last two are not in any list of values, so clients must tolerate
    // them.
    private static readonly SessionStatus[] Statuses =
    [
        Open, Open, Open, Open, Open, Open, Open, Open, Open, new("Valid", 100, "Valid"), new("Valid", 100, "Valid"),
        new("Invited", 200, "Invited"), new("Cancel", 900, "Cancelled"), new("Closed", 800, "Closed"), new("Reported", 500, "Reported"),
    ];

    private readonly SampleProducts _products;
    private readonly int[] _productsWithSessions;
    private readonly Lazy<Dictionary<string, int>> _indexes;

    public SampleSessions(SampleProducts products, int count)
    {
        _products = products;
        _productsWithSessions = [.. Enumerable.Range(0, products.Count).Where(index => index % 5 != 4)];
        Count = _productsWithSessions.Length == 0 ? 0 : Math.Max(0, count);
        _indexes = new(() => Enumerable.Range(0, Count).ToDictionary(index => Normalize(this[index].Code)));
    }

    public int Count { get; }

    /// <summary>Gets the session at an index.</summary>
    public Session this[int index]
    {
        get
        {
            var (number, place) = (index / _productsWithSessions.Length, index % _productsWithSessions.Length);
            return Create(index, _products[_productsWithSessions[place]], number + 1);
        }
    }

    /// <summary>
    /// Gets the session with a code; null if the catalogue contains none. The separators between the groups of the code are ignored.
    /// </summary>
    public Session? Find(string code) => _indexes.Value.TryGetValue(Normalize(code), out var index) ? this[index] : null;

    private static string Normalize(string code) => Regex.Replace(code, "[^A-Za-z0-9]", string.Empty).ToUpperInvariant();

    private Session Create(int index, Product product, int number)
    {
        var random = new SeededRandom(_products.Seed, index, "session facts");
        var isRemote = product.DeliveryMode == "A distance" || (product.DeliveryMode == "Mixte" && random.OneIn(2));
        var city = product.Cities.Length > 0 ? product.Cities[number % product.Cities.Length] : random.Pick(SampleTexts.Cities);
        var start = Session.FirstWorkday(new DateTime(product.Year, 1, 2, 9, 0, 0).AddDays(random.Next(355)));
        int? limit = random.OneIn(20) ? null : 8 + random.Next(9);
        var price = product.Price + (random.OneIn(5) ? 90m : 0m);
        var (status, registered) = (random.Pick(Statuses), random.Next(limit + 1 ?? 40));

        // Some of the first sessions accept registrations, because the help uses them. The first session is the one from the documents.
        if (index < 16 && index % 4 == 0)
        {
            (status, registered) = (Open, registered / 2);
        }

        return index == 0
            ? new Session(index, product, number, false, SampleTexts.Cities[0], new DateTime(2025, 3, 15, 9, 0, 0), 1350.0m, Open, 12, 8)
            : new Session(index, product, number, isRemote, city, start, price, status, limit, registered);
    }
}
