namespace TrainingApis.Workbooks;

/// <summary>Represents the first sheet of a workbook: facts, charts, and the figures that the charts show.</summary>
internal sealed class SummaryLayout(string name, string title, IReadOnlyList<SummaryFact> facts, IReadOnlyList<SummaryBlock> blocks)
{
    /// <summary>Gets the name of the sheet.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the title, in the first row.</summary>
    public string Title { get; } = title;

    /// <summary>Gets the facts below the title.</summary>
    public IReadOnlyList<SummaryFact> Facts { get; } = facts;

    /// <summary>Gets the blocks, two in each row.</summary>
    public IReadOnlyList<SummaryBlock> Blocks { get; } = blocks;
}

/// <summary>Represents a labelled value: a number, a date or a text.</summary>
internal sealed class SummaryFact(string label, object value)
{
    /// <summary>Gets the label.</summary>
    public string Label { get; } = label;

    /// <summary>Gets the value.</summary>
    public object Value { get; } = value;
}

/// <summary>Represents a native Excel chart and the cells of the same sheet that it shows.</summary>
internal sealed class SummaryBlock(string title, ChartKind chart, IReadOnlyList<string> headings, IReadOnlyList<SummaryRow> rows)
{
    /// <summary>Gets the title.</summary>
    public string Title { get; } = title;

    /// <summary>Gets the kind of chart.</summary>
    public ChartKind Chart { get; } = chart;

    /// <summary>Gets the headings: of the categories, then of each series.</summary>
    public IReadOnlyList<string> Headings { get; } = headings;

    /// <summary>Gets the rows. A block without rows has no chart.</summary>
    public IReadOnlyList<SummaryRow> Rows { get; } = rows;
}

/// <summary>Represents a category of a chart: a text, or a <see cref="DateTime"/> for a month, and the value of each series.</summary>
internal sealed class SummaryRow(object category, params long[] values)
{
    /// <summary>Gets the category.</summary>
    public object Category { get; } = category;

    /// <summary>Gets the value of each series.</summary>
    public IReadOnlyList<long> Values { get; } = values;
}

/// <summary>Specifies the kind of a chart.</summary>
internal enum ChartKind
{
    /// <summary>Vertical columns.</summary>
    Columns,

    /// <summary>Horizontal bars, series stacked.</summary>
    Bars,
}
