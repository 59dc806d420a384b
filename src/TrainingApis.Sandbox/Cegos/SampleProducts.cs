using System.Globalization;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>Represents a sample product: what more than one of its JSON members, or of its sessions, depends on.</summary>
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

    /// <summary>Gets whether it is one of the documents' two products, which have every optional member.</summary>
    public bool IsDocumented => Index < 2;

    /// <summary>Gets the product code as text: <c>38</c>.</summary>
    public string CodeText => Code.ToString(CultureInfo.InvariantCulture);

    /// <summary>Gets the yearly code as products write it: <c>202500038</c>.</summary>
    public string YearlyCode => $"{Year}{Code:D5}";

    /// <summary>Gets the yearly code as sessions write it: <c>2025-00038</c>.</summary>
    public string YearlyCodeOfSessions => $"{Year}-{Code:D5}";
}

/// <summary>
/// Provides products by index and by code. Nothing is stored, however many there are. A few are known by their codes, the first
/// two from the documents; the others are numbered. Every eighth product is the next year's edition of the one seven before.
/// </summary>
internal sealed class SampleProducts(int seed, int count)
{
    private const int FirstYear = 2025;
    private const int FirstCode = 1000;
    private const int CodesPerYear = 90000;
    private static readonly decimal[] Durations = [0.5m, 1m, 1m, 2m, 2m, 2m, 3m, 3m, 4m, 5m];

    private static readonly City Paris = SampleTexts.Cities[0];

    // Their index here is their number within a year.
    private static readonly Product[] Known =
    [
        new(0, FirstYear, 61072, 1, 0, "Management : les fondamentaux", 2m, 1350.0m, "Présentiel", Paris, SampleTexts.Cities[1]),
        new(1, FirstYear, 38, 2, 3, "Pratique de la consolidation des comptes - Niv. 1", 3m, 2250m, "Mixte", Paris),
        new(2, FirstYear, 38995, 0, 3, "Négociation d'achat pour non-spécialistes", 2m, 1910.5m, "A distance", Paris),
        new(7, FirstYear, 11721, 5, 0, "Gestion du temps : les fondamentaux", 1m, 890m, "Présentiel", Paris),
    ];

    public int Count { get; } = Math.Max(0, count);

    /// <summary>Gets the product at an index.</summary>
    public Product this[int index]
    {
        get
        {
            var isNextEdition = index % 8 == 7;
            var number = (index / 8 * 7) + (isNextEdition ? 0 : index % 8);
            var year = FirstYear + (2 * (number / CodesPerYear)) + (isNextEdition ? 1 : 0);
            return Create(index, year, CodeOf(number % CodesPerYear));
        }
    }

    /// <summary>Gets the product of a year and code; null when the catalogue has none.</summary>
    public Product? Find(int year, int code)
    {
        var number = NumberOf(code);
        var isNextEdition = (year - FirstYear) % 2 == 1;
        if (year < FirstYear || number < 0 || number >= CodesPerYear)
        {
            return null;
        }

        var all = ((long)(year - FirstYear) / 2 * CodesPerYear) + number;
        var index = (all / 7 * 8) + (isNextEdition ? 7 : all % 7);
        return (!isNextEdition || all % 7 == 0) && index < Count ? this[(int)index] : null;
    }

    /// <summary>Gets the product of a yearly code as products write it; the form that sessions use is not one.</summary>
    public Product? Find(string yearlyCode) =>
        yearlyCode.Length == 9 && yearlyCode.All(character => character is >= '0' and <= '9')
            ? Find(int.Parse(yearlyCode[..4], CultureInfo.InvariantCulture), int.Parse(yearlyCode[4..], CultureInfo.InvariantCulture))
            : null;

    // A known product takes another code than its number's; the number of that code takes the free one instead.
    private static int CodeOf(int number) =>
        Array.Find(Known, known => known.Index == number)?.Code
        ?? FirstCode + (Array.Find(Known, known => known.Code == FirstCode + number)?.Index ?? number);

    private static int NumberOf(int code) =>
        Array.Find(Known, known => known.Code == code)?.Index
        ?? (Array.Find(Known, known => FirstCode + known.Index == code)?.Code ?? code) - FirstCode;

    private Product Create(int index, int year, int code)
    {
        if (Array.Find(Known, known => known.Code == code) is { } product)
        {
            return product with { Index = index, Year = year };
        }

        // By code and not by index: next year's edition is the same training.
        var random = new SeededRandom(seed, code, "product");
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
