using System.Globalization;

namespace TrainingApis.Workbook;

/// <summary>Provides the names of cells, ranges and sheets.</summary>
internal static class CellName
{
    private const int LongestSheetName = 31;

    /// <summary>Gets the letters of a column: 0 is A.</summary>
    public static string Column(int index)
    {
        var name = string.Empty;
        for (var left = index + 1; left > 0; left = (left - 1) / 26)
        {
            name = (char)('A' + ((left - 1) % 26)) + name;
        }

        return name;
    }

    /// <summary>Gets the name of a cell; the first row is 1.</summary>
    public static string Cell(int row, int column) => Column(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>Gets the range from the first column to the last, and from one row to another.</summary>
    public static string Range(int columns, int lastRow, int firstRow = 1) => $"{Cell(firstRow, 0)}:{Cell(lastRow, columns - 1)}";

    /// <summary>Gets the name of a sheet in a formula.</summary>
    public static string Quoted(string sheet) => $"'{sheet.Replace("'", "''")}'";

    /// <summary>
    /// Gets a sheet name that Excel accepts: without forbidden characters, at most 31 characters long, and different from the other sheet
    /// names in any letter case.
    /// </summary>
    public static string Sheet(string wanted, IEnumerable<string> others)
    {
        var name = new string(CellText.Clean(wanted, out _, out _).Select(c => "[]:*?/\\\t\n".IndexOf(c) < 0 ? c : '_').ToArray());
        name = Cut(name.Trim('\'', ' '), LongestSheetName);
        // Excel reserves the name History
        name = name.Length == 0 || name.Equals("History", StringComparison.OrdinalIgnoreCase) ? name + "_" : name;
        return Unique(name, " ", others);
    }

    /// <summary>
    /// Gets the name of the table on a sheet: an identifier that is neither a cell reference nor the name of another table.
    /// </summary>
    public static string Table(string sheet, IEnumerable<string> others)
    {
        var name = new string(sheet.Select(c => char.IsLetterOrDigit(c) ? c : '_').ToArray());
        return Unique(char.IsLetter(name[0]) && !IsReference(name) ? name : "_" + name, "_", others);
    }

    /// <summary>Gets whether Excel reads a name as a cell reference: A1, R1C1, or their beginnings R and C.</summary>
    private static bool IsReference(string name)
    {
        var letters = name.TrimEnd("0123456789".ToCharArray());
        var isRowOrColumn = name[0] is 'R' or 'r' && name.Length > 1 && char.IsDigit(name[1]);
        return isRowOrColumn || (letters.Length < name.Length ? letters.Length <= 3 : name.Length == 1);
    }

    private static string Unique(string name, string separator, IEnumerable<string> others)
    {
        var result = name;
        for (var number = 2; others.Contains(result, StringComparer.OrdinalIgnoreCase); number++)
        {
            var suffix = separator + number.ToString(CultureInfo.InvariantCulture);
            result = Cut(name, LongestSheetName - suffix.Length) + suffix;
        }

        return result;
    }

    private static string Cut(string name, int length) =>
        name.Length <= length ? name : name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)];
}
