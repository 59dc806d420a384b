namespace TrainingApis.Workbooks;

/// <summary>A cell that shows a text and leads to a row of a sheet.</summary>
public sealed class RowLink
{
    /// <summary>Makes the value of such a cell.</summary>
    /// <param name="text">What the cell shows.</param>
    /// <param name="sheet">The name of the sheet that it leads to.</param>
    /// <param name="row">The row there, counted as a spreadsheet does: 1 is the header.</param>
    public RowLink(string text, string sheet, int row) => (Text, Sheet, Row) = (text, sheet, row);

    /// <summary>What the cell shows.</summary>
    public string Text { get; }

    /// <summary>The name of the sheet that it leads to.</summary>
    public string Sheet { get; }

    /// <summary>The row there; 1 is the header.</summary>
    public int Row { get; }
}
