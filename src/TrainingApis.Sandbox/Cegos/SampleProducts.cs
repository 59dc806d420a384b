using System.Globalization;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>Represents a sample product: the values on which several of its JSON members, or its sessions, depend.</summary>
internal sealed record Product(
    int Index,
    int Year,
    int Code,
    int RangeIndex,
    int SubjectIndex,
    string Title,
    decimal Days,
    decimal Price,
    string DeliveryMode,
    params City[] Cities)
{
    public TrainingRange Range => SampleTexts.Ranges[RangeIndex];

    public string Subject => Range.Subjects[SubjectIndex];

    /// <summary>Gets whether the product is one of the two products from the documents, which have every optional member.</summary>
    public bool IsDocumented => Index < 2;

    /// <summary>Gets the product code as text, such as <c>38</c>.</summary>
    public string CodeText => Code.ToString(CultureInfo.InvariantCulture);

    /// <summary>Gets the yearly code in the format of products, such as <c>202500038</c>.</summary>
    public string YearlyCode => SampleProducts.CreateYearlyCode(Year, Code);

    /// <summary>Gets the yearly code in the format of sessions, such as <c>2025-00038</c>.</summary>
    public string YearlyCodeOfSessions => $"{Year}-{Code:D5}";
}

/// <summary>
/// Provides products by index and by code. Only the codes are stored, whatever the number of products. A few products have fixed codes, and
/// the first two of them are from the documents. The codes of the others are numbered. Every eighth product is the edition for the next
/// year of the product seven positions before.
/// </summary>
internal sealed class SampleProducts
{
    private const int FirstYear = 2025;
    private const int FirstCode = 1000;
    private static readonly decimal[] Durations = [0.5m, 1m, 1m, 2m, 2m, 2m, 3m, 3m, 4m, 5m];

    private static readonly City Paris = SampleTexts.Cities[0];

    private static readonly Product[] Known =
    [
        new(0, FirstYear, 61072, 1, 0, "Management : les fondamentaux", 2m, 1350.0m, "Présentiel", Paris, SampleTexts.Cities[1]),
        new(1, FirstYear, 38, 2, 3, "Pratique de la consolidation des comptes - Niv. 1", 3m, 2250m, "Mixte", Paris),
        new(2, FirstYear, 38995, 0, 3, "Négociation d'achat pour non-spécialistes", 2m, 1910.5m, "A distance", Paris),
        new(8, FirstYear, 11721, 5, 0, "Gestion du temps : les fondamentaux", 1m, 890m, "Présentiel", Paris),
    ];

    private readonly (int Year, int Code)[] _codes;
    private readonly Lazy<Dictionary<string, int>> _indexes;

    public SampleProducts(int seed, int count)
    {
        (Seed, _codes) = (seed, new (int, int)[Math.Max(0, count)]);
        var code = FirstCode - 1;
        for (var index = 0; index < _codes.Length; index++)
        {
            if (index % 8 == 7)
            {
                _codes[index] = (FirstYear + 1, _codes[index - 7].Code);
                continue;
            }

            do
            {
                code++;
            }
            while (Array.Exists(Known, known => known.Code == code));
            _codes[index] = (FirstYear, Array.Find(Known, known => known.Index == index)?.Code ?? code);
        }

        _indexes = new(() => Enumerable.Range(0, Count).ToDictionary(index => CreateYearlyCode(_codes[index].Year, _codes[index].Code)));
    }

    public int Seed { get; }

    public int Count => _codes.Length;

    /// <summary>Gets the product at an index.</summary>
    public Product this[int index] => Create(index, _codes[index].Year, _codes[index].Code);

    /// <summary>
    /// Gets the product with a yearly code in the format of products; null if there is none. The format of sessions is not accepted.
    /// </summary>
    public Product? Find(string yearlyCode) => _indexes.Value.TryGetValue(yearlyCode, out var index) ? this[index] : null;

    public static string CreateYearlyCode(int year, int code) => $"{year}{code:D5}";

    private Product Create(int index, int year, int code)
    {
        if (Array.Find(Known, known => known.Code == code) is { } product)
        {
            return product with { Index = index, Year = year };
        }

        // The generator uses the code and not the index, because the edition for the next year is the same training.
        var random = new SeededRandom(Seed, code, "product");
        var range = random.Next(SampleTexts.Ranges.Count);
        var subject = random.Next(SampleTexts.Ranges[range].Subjects.Count);
        var title = random.Pick(random.OneIn(11) ? SampleTexts.OddTitles : SampleTexts.Titles);
        var days = random.Pick(Durations);
        var price = (days * 590m) + (10m * random.Next(90)) + random.Pick<decimal>([0m, 0.0m, 0.5m]);
        var firstCity = random.Next(SampleTexts.Cities.Count);
        var cities = Enumerable.Range(firstCity, random.Next(5)).Select(city => SampleTexts.Cities[city % SampleTexts.Cities.Count]);
        title = title.Replace("{0}", SampleTexts.Ranges[range].Subjects[subject]);
        return new Product(index, year, code, range, subject, title, days, price, random.Pick(SampleTexts.DeliveryModes), [.. cities]);
    }
}
