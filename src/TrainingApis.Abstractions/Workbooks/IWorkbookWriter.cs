namespace TrainingApis.Workbooks;

/// <summary>
/// Represents a workbook (.xlsx) that is written as a stream, without keeping its rows. Several sheets can be open at the same time,
/// each written by one thread. Disposed before <see cref="Finish"/>, the stream holds no complete workbook.
/// </summary>
internal interface IWorkbookWriter : IDisposable
{
    /// <summary>Adds a sheet. The sheets of the workbook are in the order in which they were added.</summary>
    ISheetWriter AddSheet(SheetLayout layout);

    /// <summary>Adds the summary, which becomes the first sheet whenever it is added.</summary>
    void AddSummary(SummaryLayout layout);

    /// <summary>Completes all sheets and the workbook.</summary>
    void Finish();
}

/// <summary>Represents a sheet that is being written.</summary>
internal interface ISheetWriter
{
    string Name { get; }

    /// <summary>Writes one row, on a further sheet where this one is full.</summary>
    /// <param name="cells">A value for each column: any number type, <see cref="string"/>, <see cref="DateTime"/>, <see cref="bool"/>,
    /// <see cref="RowLink"/>, an object that prints as text, or null for an empty cell.</param>
    /// <returns>The name of the sheet that holds the row.</returns>
    string WriteRow(IReadOnlyList<object?> cells);
}
