namespace TrainingApis.Workbooks;

/// <summary>Represents a sheet of rows.</summary>
/// <param name="Name">The name. Characters that Excel does not allow are replaced, and a name over 31 characters is cut.</param>
/// <param name="Columns">The columns. The first one is the key column: it stays visible while the sheet is scrolled.</param>
/// <param name="Marks">The cells to mark. Of two marks of one cell the first wins.</param>
internal sealed record SheetLayout(string Name, IReadOnlyList<SheetColumn> Columns, params CellMark[] Marks);

/// <summary>Represents a column of a sheet.</summary>
/// <param name="Name">The heading, unique in its sheet.</param>
/// <param name="Kind">What the cells hold.</param>
/// <param name="Width">The width in characters. A column is never narrower than its heading.</param>
/// <param name="Outlined">Whether the column belongs to an outline group, which is collapsed when the workbook is opened.</param>
internal sealed record SheetColumn(string Name, ColumnKind Kind, int Width, bool Outlined = false);

/// <summary>Specifies what the cells of a column hold, and so their format.</summary>
internal enum ColumnKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Text that must not become a number when it is edited: codes, postal codes.</summary>
    Code,

    /// <summary>HTML, written as plain text. The row is as tall as its text.</summary>
    Html,

    /// <summary>An integer without separators: IDs, years, counts.</summary>
    Whole,

    /// <summary>A number with as many decimals as it has.</summary>
    Number,

    /// <summary>A price in euros.</summary>
    Money,

    /// <summary>A fraction of one, shown as a percentage with a data bar.</summary>
    Share,

    /// <summary>A date, in the format of the reader's locale.</summary>
    Date,

    /// <summary>A date with a time, in the format of the reader's locale.</summary>
    DateTime,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A web address: a hyperlink where it is one, text otherwise.</summary>
    Link,
}

/// <summary>Represents a cell that links to the first row of another sheet whose column has the value of this row's key.</summary>
/// <param name="Value">What the cell shows: a number, or the text of the key column.</param>
/// <param name="Key">The index of the column of this sheet that holds the key.</param>
/// <param name="Sheet">The name of the sheet that the link leads to, as <see cref="ISheetWriter.WriteRow"/> returned it.</param>
/// <param name="Column">The index of the column of that sheet in which the key is looked up.</param>
/// <remarks>The row is looked up when the link is used, so the link is right after sorting, filtering and deleting rows.</remarks>
internal sealed record RowLink(object Value, int Key, string Sheet, int Column);

/// <summary>Represents a conditional format: cells of a column that equal a value, or the rows of such cells.</summary>
/// <param name="Column">The index of the column.</param>
/// <param name="Value">The text or Boolean value that is marked.</param>
/// <param name="Style">How it is marked.</param>
/// <param name="WholeRow">Whether the whole row is marked.</param>
internal sealed record CellMark(int Column, object Value, MarkStyle Style, bool WholeRow = false);

/// <summary>Specifies how a cell is marked.</summary>
internal enum MarkStyle
{
    /// <summary>Green.</summary>
    Good,

    /// <summary>Yellow.</summary>
    Attention,

    /// <summary>Red.</summary>
    Bad,

    /// <summary>Grey and struck through.</summary>
    Inactive,
}
