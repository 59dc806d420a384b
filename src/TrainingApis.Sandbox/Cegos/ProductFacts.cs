using TrainingApis.Sandbox.Server;
using TrainingApis.Sandbox.Data;
using TrainingApis.Sandbox.Cegos;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>What is decided once about a product, because more than one member or more than one resource says it.</summary>
internal sealed class ProductFacts
{
    private static readonly decimal[] Lengths = { 0.5m, 1m, 1m, 2m, 2m, 2m, 3m, 3m, 4m, 5m };

    public ProductFacts(int seed, ProductKey key)
    {
        Key = key;
        // By code, not by place: next year's edition is the same training.
        var dice = new SeededRandom(seed, key.Code, "product");
        RangeIndex = dice.Next(TrainingRanges.All.Count);
        SubjectIndex = dice.Next(TrainingRanges.All[RangeIndex].Subjects.Count);
        Title = TitleForms.TitleOf(ref dice, TrainingRanges.All[RangeIndex].Subjects[SubjectIndex]);
        Days = dice.Pick(Lengths);
        Price = Days * 590m + 10m * dice.Next(90) + (dice.OneIn(6) ? 0.5m : 0m);
        if (dice.OneIn(2))
            Price = decimal.Truncate(Price);
        DeliveryMode = dice.Pick(Words.DeliveryModes);
        Towns = new int[dice.Next(5)];
        // Neighbours in the table, seven apart: never the same one twice.
        for (int i = 0, first = dice.Next(Cities.All.Count); i < Towns.Length; i++)
            Towns[i] = (first + (7 * i)) % Cities.All.Count;
        if (key.Code == 61072)
            (RangeIndex, SubjectIndex, Title, Days, Price, DeliveryMode, Towns) = (1, 0, "Management : les fondamentaux", 2m, 1350.0m, "Présentiel", new[] { 0, 1 });
        if (key.Code == 38)
            (RangeIndex, SubjectIndex, Title, Days, Price, DeliveryMode, Towns) = (2, 3, "Pratique de la consolidation des comptes - Niv. 1", 3m, 2250m, "Mixte", new[] { 0 });
    }

    public ProductKey Key { get; }

    public int RangeIndex { get; }

    public int SubjectIndex { get; }

    public string Title { get; }

    public decimal Days { get; }

    public decimal Price { get; }

    public string DeliveryMode { get; }

    /// <summary>Where it is held, as places in <see cref="Cities.All"/>; none at all occurs.</summary>
    public int[] Towns { get; }
}
