using System.Globalization;

namespace TrainingApis.Workbook;

/// <summary>The names of cells and ranges: <c>AB12</c>.</summary>
internal static class CellName
{
    public static string Column(int index)
    {
        var name = string.Empty;
        for (var left = index + 1; left > 0; left = (left - 1) / 26)
        {
            name = (char)('A' + ((left - 1) % 26)) + name;
        }

        return name;
    }

    public static string Cell(int row, int column) => Column(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>From the first cell to the one in that row of the last of so many columns.</summary>
    public static string Range(int columns, int lastRow, int firstRow = 1) => $"{Cell(firstRow, 0)}:{Cell(lastRow, columns - 1)}";

    /// <summary>The first cell of a row in another sheet, as a link names it.</summary>
    public static string InSheet(string sheet, int row) => $"'{sheet.Replace("'", "''")}'!{Cell(row, 0)}";
}
