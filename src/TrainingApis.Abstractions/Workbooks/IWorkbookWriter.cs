namespace TrainingApis.Workbooks;

/// <summary>
/// Writes a workbook (.xlsx) from the first row to the last, sheet after sheet, keeping none of the rows. Disposed before
/// <see cref="Finish"/>, it leaves an unfinished stream behind that is no workbook.
/// </summary>
public interface IWorkbookWriter : IDisposable
{
    /// <summary>Ends the sheet before and begins the next.</summary>
    /// <param name="name">Its name, at most 31 characters; also that of its table.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="rowHeight">The height of its rows in points; null to leave it to the spreadsheet.</param>
    void StartSheet(string name, IReadOnlyList<SheetColumn> columns, double? rowHeight = null);

    /// <summary>Writes one row.</summary>
    /// <param name="cells">A value for each column, of any number type, <see cref="string"/>, <see cref="DateTime"/>, <see cref="bool"/>,
    /// <see cref="RowLink"/>, something that prints as text, or null for an empty cell.</param>
    /// <returns>The row's number in the spreadsheet; the first is 2.</returns>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.FileNotWritable"/> where the sheet is full.</exception>
    int WriteRow(IReadOnlyList<object?> cells);

    /// <summary>Ends the last sheet and the workbook.</summary>
    void Finish();
}
