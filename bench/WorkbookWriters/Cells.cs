using TrainingApis.Workbooks;

namespace TrainingApis.Bench;

/// <summary>Creates rows like those of hydrated products: codes, prices, dates, Booleans and texts. Every sixth cell is empty.</summary>
internal static class Cells
{
    private const string Words =
        "acquérir les bases du management d'équipe, conduire un projet de bout en bout & réguler l'activité ; ";

    public static IReadOnlyList<SheetColumn> Columns { get; } =
        [.. Enumerable.Range(0, 69).Select(index => new SheetColumn($"Column {index + 1}", Kind(index), 20))];

    public static object?[][] Create(int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ => Columns.Select((column, index) => Value(random, index, column.Kind)).ToArray())];
    }

    private static ColumnKind Kind(int index) => index switch
    {
        < 8 => ColumnKind.Code,
        < 16 => ColumnKind.Boolean,
        < 22 => ColumnKind.Money,
        < 26 => ColumnKind.Whole,
        < 30 => ColumnKind.DateTime,
        _ => ColumnKind.Text,
    };

    private static object? Value(Random random, int index, ColumnKind kind) => random.Next(6) == 0 && index > 0 ? null : kind switch
    {
        ColumnKind.Code => $"2026{random.Next(100000):00000}",
        ColumnKind.Boolean => random.Next(2) == 0,
        ColumnKind.Money => random.Next(50, 5000) + 0.5m,
        ColumnKind.Whole => random.Next(1000),
        ColumnKind.DateTime => new DateTime(2026, 1, 1, 9, 0, 0).AddDays(random.Next(700)),
        _ => Text(random, index < 45 ? 30 : 200),
    };

    private static string Text(Random random, int length)
    {
        var size = random.Next(length / 3, length);
        var start = random.Next(Words.Length);
        return string.Concat(Enumerable.Range(0, size).Select(index => Words[(start + index) % Words.Length]));
    }
}
