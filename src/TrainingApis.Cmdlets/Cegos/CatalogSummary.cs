using TrainingApis.Cegos;
using TrainingApis.Workbooks;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>
/// Counts products and sessions while they are read, for the summary of the workbook. Cancelled sessions are only counted as sessions: they
/// have no month and no places. Remote sessions have no city.
/// </summary>
internal sealed class CatalogSummary(CatalogLanguage language)
{
    private const int MostBars = 15;
    private const int LongestGap = 36; // months

    private readonly Dictionary<DateTime, long> _months = [];
    private readonly Dictionary<string, City> _cities = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, long> _modes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, long> _ranges = new(StringComparer.OrdinalIgnoreCase);
    private int _products;
    private int _sessions;
    private int _available;
    private int _full;
    private long _taken;
    private long _free;

    private string None => language.Select("Not specified", "Non précisé");

    public void Add(Product product)
    {
        _products++;
        Increment(_modes, product.DeliveryMode);
        Increment(_ranges, product.Range?.Label);
    }

    public void Add(Session session)
    {
        _sessions++;
        if (session.Status == SessionStatus.Cancelled)
        {
            return;
        }

        _full += session.IsFull == true ? 1 : 0;
        _available += session.Status is SessionStatus.Open or SessionStatus.Valid && session.IsFull != true ? 1 : 0;
        if (session.StartDate is { } start)
        {
            var month = new DateTime(start.Year, start.Month, 1);
            _months[month] = _months.GetValueOrDefault(month) + 1;
        }

        _taken += session.RegistrationCount ?? 0;
        _free += Free(session);
        if (session.IsRemote == true)
        {
            return;
        }

        var name = string.IsNullOrWhiteSpace(session.City) ? None : session.City.Trim();
        if (!_cities.TryGetValue(name, out var city))
        {
            _cities.Add(name, city = new City(name));
        }

        city.Add(name, session.RegistrationCount ?? 0, Free(session));
    }

    /// <summary>Gets the summary.</summary>
    /// <param name="time">The time at which the data was read.</param>
    /// <param name="connection">The connection from which the data was read; null if it is unknown.</param>
    public SummaryLayout Layout(DateTime time, string? connection)
    {
        SummaryFact[] facts =
        [
            new(language.Select("Exported", "Export du"), time),
            .. connection is null ? [] : new SummaryFact[] { new(language.Select("Connection", "Connexion"), connection) },
            new(language.Select("Products", "Produits"), _products),
            new(language.Select("Sessions", "Sessions"), _sessions),
            new(language.Select("Sessions with free places", "Sessions avec places libres"), _available),
            new(language.Select("Full sessions", "Sessions complètes"), _full),
            new(language.Select("Places taken", "Places prises"), _taken),
            new(language.Select("Places free", "Places libres"), _free),
        ];
        var sessions = language.Select("Sessions", "Sessions");
        var products = language.Select("Products", "Produits");
        SummaryBlock[] blocks =
        [
            new(language.Select("Sessions per month", "Sessions par mois"), ChartKind.Columns,
                [language.Select("Month", "Mois"), sessions], Months()),
            new(language.Select("Places by city (classroom sessions)", "Places par ville (sessions en présentiel)"), ChartKind.Bars,
                [language.Select("City", "Ville"), language.Select("Taken", "Prises"), language.Select("Free", "Libres")], Cities()),
            new(language.Select("Products by delivery mode", "Produits par modalité"), ChartKind.Columns,
                [language.Select("Delivery mode", "Modalité"), products], Bars(_modes)),
            new(language.Select("Products by range", "Produits par gamme"), ChartKind.Bars,
                [language.Select("Range", "Gamme"), products], Bars(_ranges)),
        ];
        return new SummaryLayout(nameof(CatalogSheet.Summary), language.Select("Cegos catalogue", "Catalogue Cegos"), facts, blocks);
    }

    private SummaryRow[] Months()
    {
        if (_months.Count == 0)
        {
            return [];
        }

        var (first, last) = (_months.Keys.Min(), _months.Keys.Max());
        var span = (12 * (last.Year - first.Year)) + last.Month - first.Month;
        var months = span <= LongestGap ? Enumerable.Range(0, span + 1).Select(first.AddMonths) : _months.Keys.Order();
        return [.. months.Select(month => new SummaryRow(month, _months.GetValueOrDefault(month)))];
    }

    private SummaryRow[] Cities() =>
    [
        .. _cities.Values.OrderByDescending(city => city.Taken + city.Free).ThenBy(city => city.Name, StringComparer.Ordinal).Take(MostBars)
            .Select(city => new SummaryRow(city.Name, city.Taken, city.Free)),
    ];

    /// <summary>Gets the highest counts, and the sum of the others.</summary>
    private SummaryRow[] Bars(Dictionary<string, long> counts)
    {
        var sorted = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToArray();
        var shown = sorted.Length <= MostBars ? sorted.Length : MostBars - 1;
        var rows = sorted.Take(shown).Select(pair => new SummaryRow(pair.Key, pair.Value));
        return shown == sorted.Length
            ? [.. rows]
            : [.. rows, new SummaryRow(language.Select("Others", "Autres"), sorted.Skip(shown).Sum(pair => pair.Value))];
    }

    private static int Free(Session session) => session.PlacesLeft ?? 0;

    private void Increment(Dictionary<string, long> counts, string? key)
    {
        var name = string.IsNullOrWhiteSpace(key) ? None : key.Trim();
        counts[name] = counts.GetValueOrDefault(name) + 1;
    }

    /// <summary>Represents the places of a city, which Cegos writes as <c>Paris</c> and as <c>PARIS</c>.</summary>
    private sealed class City(string name)
    {
        public string Name { get; private set; } = name;

        public long Taken { get; private set; }

        public long Free { get; private set; }

        public void Add(string name, int taken, int free)
        {
            if (!Name.Any(char.IsLower) && name.Any(char.IsLower))
            {
                Name = name;
            }

            Taken += taken;
            Free += free;
        }
    }
}
