namespace TrainingApis.Workbook;

/// <summary>A link of a sheet, kept until its rows are written: links stand after them. The row of a web address is 0.</summary>
internal readonly struct SheetLink
{
    public SheetLink(int row, int column, string target, int targetRow = 0) =>
        (Row, Column, Target, TargetRow) = (row, column, target, targetRow);

    public int Row { get; }

    public int Column { get; }

    /// <summary>A web address, or the name of a sheet.</summary>
    public string Target { get; }

    public int TargetRow { get; }

    public bool IsExternal => TargetRow == 0;
}
