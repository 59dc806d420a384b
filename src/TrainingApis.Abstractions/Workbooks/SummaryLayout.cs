namespace TrainingApis.Workbooks;

/// <summary>Represents the first sheet of a workbook: facts, charts, and the figures that the charts show.</summary>
/// <param name="Name">The name of the sheet.</param>
/// <param name="Title">The title, in the first row.</param>
/// <param name="Facts">The facts below the title.</param>
/// <param name="Blocks">The blocks, two in each row.</param>
internal sealed record SummaryLayout(
    string Name, string Title, IReadOnlyList<SummaryFact> Facts, IReadOnlyList<SummaryBlock> Blocks);

/// <summary>Represents a labelled value: a number, a date or a text.</summary>
internal sealed record SummaryFact(string Label, object Value);

/// <summary>Represents a native Excel chart and its cells on the same sheet.</summary>
/// <param name="Title">The title.</param>
/// <param name="Chart">The kind of chart.</param>
/// <param name="Headings">The headings: of the categories, then of each series.</param>
/// <param name="Rows">The rows. A block without rows has no chart.</param>
internal sealed record SummaryBlock(
    string Title, ChartKind Chart, IReadOnlyList<string> Headings, IReadOnlyList<SummaryRow> Rows);

/// <summary>Represents a category of a chart: a text, or a <see cref="DateTime"/> for a month, and the value of each series.</summary>
internal sealed record SummaryRow(object Category, params long[] Values);

/// <summary>Specifies the kind of a chart.</summary>
internal enum ChartKind
{
    /// <summary>Vertical columns.</summary>
    Columns,

    /// <summary>Horizontal bars with stacked series.</summary>
    Bars,
}
