using TrainingApis.Sandbox.Server;
using TrainingApis.Sandbox.Data;
using TrainingApis.Sandbox.Cegos;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>What is decided about a session by its place; how many people are in it is the registrations' part.</summary>
internal sealed class SessionFacts
{
    public SessionFacts(int seed, int index, ProductFacts product, int number)
    {
        (Index, Product, Number) = (index, product, number);
        var dice = new SeededRandom(seed, index, "session");
        IsRemote = product.DeliveryMode switch { "A distance" => true, "Mixte" => dice.OneIn(2), _ => false };
        var town = dice.Next(Cities.All.Count);
        Town = Cities.All[product.Towns.Length > 0 ? product.Towns[number % product.Towns.Length] : town];
        Start = FirstWorkday(new DateTime(product.Key.Year, 1, 2, 9, 0, 0).AddDays(dice.Next(355)));
        Price = product.Price + (dice.OneIn(5) ? 90m : 0m);
        Status = dice.Pick(SessionStatus.Odds);
        Limit = dice.OneIn(20) ? null : 8 + dice.Next(9);
        Registered = Limit is { } limit ? dice.Next(limit + 1) : dice.Next(40);
        var threeGroups = dice.OneIn(4);
        if (index == 0)
            (Town, Start, Price, Status, Limit, Registered, threeGroups) = (Cities.All[0], new DateTime(2025, 3, 15, 9, 0, 0), 1350.0m, SessionStatus.Open, 12, 8, false);
        Code = product.Key.SessionForm + (threeGroups ? string.Empty : "-" + (IsRemote ? "DIS" : Town.Code)) + $"-{number:D3}";
    }

    public int Index { get; }

    public ProductFacts Product { get; }

    public int Number { get; }

    /// <summary>Four groups, or three without the town: the documents show both.</summary>
    public string Code { get; }

    public bool IsRemote { get; }

    public City Town { get; }

    public DateTime Start { get; }

    public decimal Price { get; }

    public SessionStatus Status { get; }

    public bool IsCancelled => Status == SessionStatus.Cancelled;

    /// <summary>The most that may come; null where nothing limits it.</summary>
    public int? Limit { get; }

    /// <summary>How many had registered before this sandbox was made.</summary>
    public int Registered { get; }

    /// <summary>One date and length a day: workdays, the last one perhaps only a morning.</summary>
    public IEnumerable<(DateTime Start, DateTime End, decimal Days)> Parts()
    {
        var day = Start;
        for (var left = Product.Days; left > 0; left--)
        {
            yield return left < 1 ? (day, day.AddHours(3.5), 0.5m) : (day, day.AddHours(Index == 0 ? 8 : 8.5), 1.0m);
            day = Index == 0 ? day.AddDays(1) : FirstWorkday(day.AddDays(1));
        }
    }

    private static DateTime FirstWorkday(DateTime day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}
