namespace TrainingApis.Workbooks;

/// <summary>
/// Represents a workbook (.xlsx) that is written as a stream, without keeping its rows. Several sheets can be open at the same time, each
/// written by one thread. If the workbook is disposed before <see cref="Finish"/>, the stream contains no complete workbook.
/// </summary>
internal interface IWorkbookWriter : IDisposable
{
    /// <summary>Adds a sheet. The sheets of the workbook are in the order in which they were added.</summary>
    ISheetWriter AddSheet(SheetLayout layout);

    /// <summary>Adds the summary, which is always the first sheet.</summary>
    void AddSummary(SummaryLayout layout);

    /// <summary>Completes all sheets and the workbook.</summary>
    void Finish();
}

/// <summary>Represents a sheet that is being written.</summary>
internal interface ISheetWriter
{
    string Name { get; }

    /// <summary>Writes one row. If this sheet is full, the row is written to an additional sheet.</summary>
    /// <param name="cells">A value for each column: any number type, <see cref="string"/>, <see cref="DateTime"/>, <see cref="bool"/>, <see
    /// cref="RowLink"/>, an object that is written as text, or null for an empty cell.</param>
    /// <returns>The name of the sheet that contains the row.</returns>
    string WriteRow(IReadOnlyList<object?> cells);
}
