using System.Globalization;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>Represents a sample product: what more than one of its JSON members, or of its sessions, depends on.</summary>
/// <param name="Index">Its index in the list.</param>
/// <param name="Year">The year of the offer.</param>
/// <param name="Code">The product code.</param>
/// <param name="RangeIndex">The index of its range in <see cref="SampleTexts.Ranges"/>.</param>
/// <param name="SubjectIndex">The index of its subject in the range.</param>
/// <param name="Title">Its title.</param>
/// <param name="Days">Its duration.</param>
/// <param name="Price">Its price.</param>
/// <param name="DeliveryMode">One of <see cref="SampleTexts.DeliveryModes"/>.</param>
/// <param name="Cities">Where it is held; none at all occurs.</param>
internal sealed record Product(
    int Index, int Year, int Code, int RangeIndex, int SubjectIndex, string Title, decimal Days, decimal Price, string DeliveryMode, City[] Cities)
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
/// Provides products by index and by code. Nothing is stored, however many there are. The first two are the documents' own,
/// 61072 and 38; the others are numbered. Every eighth product is the next year's edition of the one seven places before.
/// </summary>
internal sealed class SampleProducts(int seed, int count)
{
    private const int FirstYear = 2025;
    private const int FirstCode = 1000;
    private const int CodesPerYear = 90000;
    private const int FirstDocumented = 61072;
    private const int SecondDocumented = 38;

    private static readonly decimal[] Durations = [0.5m, 1m, 1m, 2m, 2m, 2m, 3m, 3m, 4m, 5m];

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

    // The number whose code would be 61072 takes the first code instead, because that product comes first.
    private static int CodeOf(int number) => number switch
    {
        0 => FirstDocumented,
        1 => SecondDocumented,
        FirstDocumented - FirstCode => FirstCode,
        _ => FirstCode + number,
    };

    private static int NumberOf(int code) => code switch
    {
        FirstDocumented => 0,
        SecondDocumented => 1,
        FirstCode => FirstDocumented - FirstCode,
        FirstCode + 1 => -1,
        _ => code - FirstCode,
    };

    private Product Create(int index, int year, int code)
    {
        // By code and not by index: next year's edition is the same training.
        var random = new SeededRandom(seed, code, "product");
        var range = random.Next(SampleTexts.Ranges.Count);
        var subject = random.Next(SampleTexts.Ranges[range].Subjects.Count);
        var title = random.Pick(random.OneIn(11) ? SampleTexts.OddTitles : SampleTexts.Titles);
        var days = random.Pick(Durations);
        var price = (days * 590m) + (10m * random.Next(90)) + random.Pick<decimal>([0m, 0.0m, 0.5m]);
        var firstCity = random.Next(SampleTexts.Cities.Count);
        var cities = Enumerable.Range(firstCity, random.Next(5)).Select(city => SampleTexts.Cities[city % SampleTexts.Cities.Count]).ToArray();
        return code switch
        {
            FirstDocumented => new Product(
                index, year, code, 1, 0, "Management : les fondamentaux", 2m, 1350.0m, "Présentiel", [SampleTexts.Cities[0], SampleTexts.Cities[1]]),
            SecondDocumented => new Product(
                index, year, code, 2, 3, "Pratique de la consolidation des comptes - Niv. 1", 3m, 2250m, "Mixte", [SampleTexts.Cities[0]]),
            _ => new Product(
                index, year, code, range, subject, title.Replace("{0}", SampleTexts.Ranges[range].Subjects[subject]), days, price,
                random.Pick(SampleTexts.DeliveryModes), cities),
        };
    }
}
